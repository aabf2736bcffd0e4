package io.cumulo.disputes.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Text whose every line ends as a file does: whoever reads it reads no further, however long the line. */
final class LineInput extends InputStream {

    private final PushbackInputStream text;
    private boolean ended = true;

    LineInput(InputStream text) {
        this.text = new PushbackInputStream(text);
    }

    /** Goes on to the next line, past what was left unread of this one; false when there is none. */
    boolean next() throws IOException {
        while (!ended) {
            read();
        }
        int first = text.read();
        if (first < 0) {
            return false;
        }
        text.unread(first);
        ended = false;
        return true;
    }

    @Override
    public int read() throws IOException {
        int next = ended ? -1 : text.read();
        ended = next < 0 || next == '\n';
        return ended ? -1 : next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                break;
            }
            target[offset + count++] = (byte) next;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    /** A parser closes what it has read to its end; the next line is still to come. */
    @Override
    public void close() {}
}
