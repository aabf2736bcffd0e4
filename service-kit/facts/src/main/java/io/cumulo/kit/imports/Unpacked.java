package io.cumulo.kit.imports;

import io.cumulo.kit.problem.Problem;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file as it is, or unpacked where it is packed with gzip (RFC 1952), as registers publish theirs. */
final class Unpacked extends FilterInputStream {

    private static final int BUFFER = 1 << 16;

    private long left;

    private Unpacked(InputStream unpacked, long most) {
        super(unpacked);
        this.left = most;
    }

    /**
     * The file to be read.
     *
     * @param most bytes that it may come to; a small file can be packed from a very large one
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when it is read: 400 where it isn't what gzip makes, 413 when there are more
     */
    static InputStream of(InputStream file, long most) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(file, 2);
        byte[] first = peeked.readNBytes(2);
        peeked.unread(first);
        boolean isPacked =
                first.length == 2 && (first[0] & 0xff | (first[1] & 0xff) << 8) == GZIPInputStream.GZIP_MAGIC;
        return isPacked ? new Unpacked(new GZIPInputStream(peeked, BUFFER), most) : peeked;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = super.read(bytes, offset, length);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw Problem.BODY_TOO_LARGE.because("Unpacked, the file is too large");
            }
            return read;
        } catch (ZipException | EOFException broken) {
            throw Problem.MALFORMED_BODY.because("The file can't be unpacked: " + broken.getMessage());
        }
    }
}
