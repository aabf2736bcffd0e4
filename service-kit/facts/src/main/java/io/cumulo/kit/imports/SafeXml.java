package io.cumulo.kit.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML as it may come from anybody: no document type is taken, so nothing is fetched and nothing is expanded (OWASP: XML external entities). */
final class SafeXml {

    /** Deeper than any format nests, and not so deep that a tree of it can't be walked. */
    static final int MAX_DEPTH = 200;

    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    /** In the encoding that the document states. */
    static XMLStreamReader reader(InputStream document) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(document);
    }

    static XMLStreamReader reader(Reader document) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(document);
    }

    /** What the parser says, without where: that is told by itself. */
    static String reason(XMLStreamException malformed) {
        String message = String.valueOf(malformed.getMessage());
        return message.replaceFirst("(?s)^.*Message: ", "");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside of the document is read");
        });
        return factory;
    }

    /** Tells an upload that broke off from a document that is wrong. */
    static final class Upload extends FilterInputStream {

        private IOException brokenOff;

        Upload(InputStream upload) {
            super(upload);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException failure) {
                brokenOff = failure;
                throw failure;
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException failure) {
                brokenOff = failure;
                throw failure;
            }
        }

        void requireWhole() throws IOException {
            if (brokenOff != null) {
                throw brokenOff;
            }
        }
    }
}
