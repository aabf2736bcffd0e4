package io.cumulo.investments.rates;

import io.cumulo.kit.imports.Entry;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.TableLines;
import io.cumulo.kit.imports.XmlElements;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A file of reference rates as the ECB publishes it: eurofxref as CSV or XML, by itself or in a zip. Each day is an entry. */
final class EcbFile implements EntryReader {

    private static final EntryReader TABLE = new TableLines();
    private static final EntryReader XML = XmlElements.having("Cube", "time");

    /** The whole history is below a megabyte: what unfolds to more isn't one. */
    private static final long MAX_UNZIPPED = 1L << 28;

    @Override
    public void read(InputStream file, Sink sink) throws IOException {
        InputStream input = new BufferedInputStream(file, 1 << 16);
        if (startsWith(input, "PK")) {
            readZipped(input, sink);
        } else {
            readPlain(input, sink);
        }
    }

    private static void readZipped(InputStream input, Sink sink) throws IOException {
        try {
            ZipInputStream zip = new ZipInputStream(input);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    readPlain(new BufferedInputStream(new Limited(zip)), sink);
                    return;
                }
            }
            sink.accept(unreadable("the zip holds no file"));
        } catch (ZipException | EOFException malformed) {
            sink.accept(unreadable("the zip can't be read further: " + malformed.getMessage()));
        }
    }

    private static void readPlain(InputStream input, Sink sink) throws IOException {
        boolean isXml = startsWith(input, "<") || startsWith(input, "\u00EF\u00BB\u00BF<");
        (isXml ? XML : TABLE).read(input, sink);
    }

    private static Entry unreadable(String fault) {
        return new Entry(1, "", Optional.of(fault));
    }

    /** @param beginning a character for each byte */
    private static boolean startsWith(InputStream input, String beginning) throws IOException {
        input.mark(beginning.length());
        boolean same = true;
        for (int at = 0; at < beginning.length() && same; at++) {
            same = input.read() == beginning.charAt(at);
        }
        input.reset();
        return same;
    }

    /** Ends a file that unfolds without end. */
    private static final class Limited extends FilterInputStream {

        private long left = MAX_UNZIPPED;

        Limited(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            left -= Math.max(count, 0);
            if (left < 0) {
                throw new ZipException("it unfolds to more than " + MAX_UNZIPPED + " bytes");
            }
            return count;
        }

        @Override
        public void close() {
            // The zip around it is the upload's.
        }
    }
}
