package io.cumulo.kit.imports;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a document with all that is in it.
 *
 * @param namespace its URI, or ""
 * @param name without prefix
 * @param attributes by name without prefix, but for those of XML itself: {@code xml:lang}
 * @param text what stands in it outside of its elements, without the space around
 * @param children its elements in their order
 */
public record XmlElement(
        String namespace, String name, Map<String, String> attributes, String text, List<XmlElement> children) {

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /**
     * The root of a document.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    public static XmlElement parse(String document) {
        try {
            return parse(SafeXml.reader(new StringReader(document)));
        } catch (XMLStreamException malformed) {
            throw new IllegalArgumentException(SafeXml.reason(malformed), malformed);
        }
    }

    /** The value of an attribute, unless it is missing or blank. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The elements in it of a name. */
    public Stream<XmlElement> children(String child) {
        return children.stream().filter(element -> element.name.equals(child));
    }

    /** The first element at the end of a path of names, starting below this one. */
    public Optional<XmlElement> at(String... path) {
        return all(path).findFirst();
    }

    /** All elements at the end of a path of names, starting below this one. */
    public Stream<XmlElement> all(String... path) {
        Stream<XmlElement> found = Stream.of(this);
        for (String step : path) {
            found = found.flatMap(element -> element.children(step));
        }
        return found;
    }

    /** The text of the first element at the end of a path, unless it is missing or blank. */
    public Optional<String> textAt(String... path) {
        return at(path).map(XmlElement::text).filter(value -> !value.isEmpty());
    }

    private static XmlElement parse(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type isn't taken");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == SafeXml.MAX_DEPTH) {
                        throw new XMLStreamException("elements are nested deeper than " + SafeXml.MAX_DEPTH);
                    }
                    open.push(Open.of(reader));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement closed = open.pop().close();
                    if (open.isEmpty()) {
                        return closed;
                    }
                    open.peek().children.add(closed);
                }
                default -> {
                    // Comments and processing instructions say nothing of it.
                }
            }
        }
        throw new XMLStreamException("the document has no element");
    }

    /** An element whose end wasn't met yet. */
    private record Open(
            String namespace,
            String name,
            Map<String, String> attributes,
            StringBuilder text,
            List<XmlElement> children) {

        static Open of(XMLStreamReader reader) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int at = 0; at < reader.getAttributeCount(); at++) {
                String prefix = XMLConstants.XML_NS_URI.equals(reader.getAttributeNamespace(at)) ? "xml:" : "";
                attributes.put(prefix + reader.getAttributeLocalName(at), reader.getAttributeValue(at));
            }
            String namespace = reader.getNamespaceURI();
            return new Open(
                    namespace == null ? "" : namespace,
                    reader.getLocalName(),
                    attributes,
                    new StringBuilder(),
                    new ArrayList<>());
        }

        XmlElement close() {
            return new XmlElement(namespace, name, attributes, text.toString().strip(), children);
        }
    }
}
