package io.cumulo.disputes.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as UTF-8, of which publishers' files are, or ought to be: a byte that can't be UTF-8 is read as what else they write, ISO-8859-1, of which
 * everybody means Windows-1252 (encoding.spec.whatwg.org, "latin1"). What a client says of its file isn't asked: many say ISO-8859-1 of everything.
 * The byte order mark is passed over.
 */
final class Utf8Input extends InputStream {

    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int LONGEST = 4;
    private static final int BUFFER = 1 << 16;

    private final PushbackInputStream file;
    private byte[] ready = new byte[0];
    private int at;
    private boolean begun;

    Utf8Input(InputStream file) {
        this.file = new PushbackInputStream(new BufferedInputStream(file, BUFFER), LONGEST);
    }

    @Override
    public int read() throws IOException {
        if (at < ready.length) {
            return ready[at++] & 0xff;
        }
        skipMark();
        int first = file.read();
        if (first < FIRST_BEYOND_ASCII) {
            return first;
        }
        ready = character(first);
        at = 1;
        return ready[0] & 0xff;
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

    private byte[] character(int first) throws IOException {
        byte[] sequence = new byte[lengthAfter(first)];
        sequence[0] = (byte) first;
        int read = file.readNBytes(sequence, 1, sequence.length - 1);
        if (sequence.length > 1 && read == sequence.length - 1 && isUtf8(sequence)) {
            return sequence;
        }
        file.unread(sequence, 1, read);
        return new String(sequence, 0, 1, LATIN).getBytes(StandardCharsets.UTF_8);
    }

    private void skipMark() throws IOException {
        if (!begun) {
            begun = true;
            byte[] mark = file.readNBytes(3);
            if (mark.length != 3 || mark[0] != (byte) 0xef || mark[1] != (byte) 0xbb || mark[2] != (byte) 0xbf) {
                file.unread(mark);
            }
        }
    }

    private static int lengthAfter(int first) {
        return first >= 0xf0 && first < 0xf5
                ? 4
                : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 1;
    }

    private static boolean isUtf8(byte[] sequence) {
        String text = new String(sequence, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 || Arrays.equals(sequence, "\uFFFD".getBytes(StandardCharsets.UTF_8));
    }
}
