package io.cumulo.gateway.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/** A client that sends what a well-behaved one wouldn't, reads as slowly as it likes and leaves when it likes. */
final class RawClient implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    RawClient(int port) {
        this(SocketFactory.getDefault(), port);
    }

    RawClient(SocketFactory sockets, int port) {
        try {
            socket = sockets.createSocket("127.0.0.1", port);
            socket.setSoTimeout(10_000);
            out = socket.getOutputStream();
            in = socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawClient send(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends as much as the other side takes. */
    RawClient sendOrBeCutOff(String text) {
        try {
            return send(text);
        } catch (UncheckedIOException cutOff) {
            return this;
        }
    }

    /** Sends chunks until so many bytes are sent or the other side hangs up. */
    RawClient sendChunks(int bytes) {
        String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
        try {
            for (int sent = 0; sent < bytes; sent += 0x2000) {
                out.write(chunk.getBytes(StandardCharsets.ISO_8859_1));
            }
            out.flush();
        } catch (IOException hungUp) {
            // what it said before can still be read
        }
        return this;
    }

    /** Reads until the text has come; gives everything read so far. */
    String readUntil(String end) {
        StringBuilder read = new StringBuilder();
        try {
            while (read.indexOf(end) < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new AssertionError("The connection ended before " + end + ": " + read);
                }
                read.append((char) next);
            }
            return read.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("After " + read, e);
        }
    }

    /** Reads to the end of the connection, clean or not. */
    String readToEnd() {
        StringBuilder read = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                read.append((char) next);
            }
        } catch (java.net.SocketTimeoutException open) {
            throw new AssertionError("The connection stays open after " + read, open);
        } catch (IOException reset) {
            // what came before can have been read
        }
        return read.toString();
    }

    /** Reads to the end of the connection and counts. */
    long countToEnd() {
        try {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other side has closed the connection, cleanly or not. */
    boolean isClosedByPeer() {
        try {
            return in.transferTo(OutputStream.nullOutputStream()) >= 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Leaves without a word. */
    void leave() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
