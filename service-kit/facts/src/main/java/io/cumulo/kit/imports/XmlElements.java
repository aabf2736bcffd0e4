package io.cumulo.kit.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document whose entries are elements, wherever they stand in it; read as a stream, with nothing fetched or expanded. An entry is a document of
 * its own: the namespaces and the language that hold where it stands are written on it. {@link XmlElement#parse} makes a tree of it. Where the document
 * breaks off or stops being XML, what came before is taken and the break is an entry of its own.
 */
public final class XmlElements implements EntryReader {

    private static final int MAX_CHARACTERS = 1 << 24;
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final Set<String> names;

    private XmlElements(Set<String> names) {
        this.names = names;
    }

    /** Each element of one of these names, whatever its namespace; what is inside of one belongs to it. */
    public static XmlElements named(String... names) {
        return new XmlElements(Set.of(names));
    }

    /** The document as one entry. */
    public static XmlElements whole() {
        return new XmlElements(Set.of());
    }

    @Override
    public void read(InputStream file, Sink sink) throws IOException {
        SafeXml.Upload upload = new SafeXml.Upload(file);
        long line = 1;
        try {
            XMLStreamReader reader = SafeXml.reader(upload);
            boolean found = false;
            Scopes scopes = new Scopes();
            while (reader.hasNext()) {
                line = reader.getLocation().getLineNumber();
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("a document type isn't taken");
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    scopes.enter(reader);
                    if (names.isEmpty() || names.contains(reader.getLocalName())) {
                        found = true;
                        sink.accept(entry(reader, line, scopes));
                        scopes.leave();
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    scopes.leave();
                }
            }
            if (!found) {
                sink.accept(Entry.unreadable(1, "", "the document has no element " + String.join(" or ", names)));
            }
        } catch (XMLStreamException malformed) {
            upload.requireWhole();
            long at = malformed.getLocation() == null
                    ? line
                    : malformed.getLocation().getLineNumber();
            sink.accept(Entry.unreadable(
                    Math.max(at, 1), "", "the document can't be read further: " + SafeXml.reason(malformed)));
        }
    }

    /** What holds for an element because of those around it: the prefixes and the language. */
    private static final class Scopes {

        private final Deque<Map<String, String>> namespaces = new ArrayDeque<>();
        private final Deque<String> languages = new ArrayDeque<>();

        void enter(XMLStreamReader reader) throws XMLStreamException {
            if (namespaces.size() == SafeXml.MAX_DEPTH) {
                throw new XMLStreamException("elements are nested deeper than " + SafeXml.MAX_DEPTH);
            }
            Map<String, String> here = new TreeMap<>(namespaces.isEmpty() ? Map.of() : namespaces.peek());
            for (int at = 0; at < reader.getNamespaceCount(); at++) {
                here.put(text(reader.getNamespacePrefix(at)), text(reader.getNamespaceURI(at)));
            }
            namespaces.push(here);
            String language = reader.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
            languages.push(language != null ? language : languages.isEmpty() ? "" : languages.peek());
        }

        void leave() {
            namespaces.pop();
            languages.pop();
        }
    }

    /** Reads up to the end of the element; one that is too long is read too, but not kept. */
    private static Entry entry(XMLStreamReader reader, long line, Scopes scopes) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter writer = WRITERS.createXMLStreamWriter(text);
        start(reader, writer, scopes.namespaces.peek());
        if (!scopes.languages.peek().isEmpty() && reader.getAttributeValue(XMLConstants.XML_NS_URI, "lang") == null) {
            writer.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", scopes.languages.peek());
        }
        int depth = 1;
        while (depth > 0) {
            boolean isKept = text.getBuffer().length() <= MAX_CHARACTERS;
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > SafeXml.MAX_DEPTH) {
                        throw new XMLStreamException("elements are nested deeper than " + SafeXml.MAX_DEPTH);
                    }
                    if (isKept) {
                        start(reader, writer, declared(reader));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (isKept) {
                        writer.writeEndElement();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (isKept) {
                        writer.writeCharacters(reader.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("the entity " + reader.getLocalName() + " isn't known");
                default -> {
                    // Comments and processing instructions say nothing of the entry.
                }
            }
        }
        writer.flush();
        String read = text.toString();
        return read.length() <= MAX_CHARACTERS
                ? Entry.read(line, read)
                : Entry.unreadable(
                        line, read.substring(0, 200), "the element is longer than " + MAX_CHARACTERS + " characters");
    }

    private static Map<String, String> declared(XMLStreamReader reader) {
        Map<String, String> declared = new TreeMap<>();
        for (int at = 0; at < reader.getNamespaceCount(); at++) {
            declared.put(text(reader.getNamespacePrefix(at)), text(reader.getNamespaceURI(at)));
        }
        return declared;
    }

    private static void start(XMLStreamReader reader, XMLStreamWriter writer, Map<String, String> namespaces)
            throws XMLStreamException {
        writer.writeStartElement(text(reader.getPrefix()), reader.getLocalName(), text(reader.getNamespaceURI()));
        for (Map.Entry<String, String> namespace : namespaces.entrySet()) {
            if (namespace.getKey().isEmpty()) {
                writer.writeDefaultNamespace(namespace.getValue());
            } else {
                writer.writeNamespace(namespace.getKey(), namespace.getValue());
            }
        }
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            String prefix = text(reader.getAttributePrefix(at));
            if (prefix.isEmpty()) {
                writer.writeAttribute(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
            } else {
                writer.writeAttribute(
                        prefix,
                        reader.getAttributeNamespace(at),
                        reader.getAttributeLocalName(at),
                        reader.getAttributeValue(at));
            }
        }
    }

    private static String text(String missing) {
        return missing == null ? "" : missing;
    }
}
