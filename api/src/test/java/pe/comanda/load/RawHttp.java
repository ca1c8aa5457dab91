package pe.comanda.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive connection that speaks just enough HTTP/1.1. The generator shares two cores with
 * what it measures, so it must cost next to nothing; a full client costs more than the server.
 */
final class RawHttp implements AutoCloseable {
    /** The program closes a connection that has been idle for a minute. */
    private static final long IDLE = 30_000_000_000L;

    private final int port;
    private final String host;
    private Socket socket;
    private BufferedInputStream in;
    private long last;
    private int status;
    private byte[] body = {};

    RawHttp(int port) throws IOException {
        this.port = port;
        host = "127.0.0.1:" + port;
        socket = connected(port);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        last = System.nanoTime();
    }

    private static Socket connected(int port) throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private void connectAfterIdling() throws IOException {
        long now = System.nanoTime();
        if (now - last > IDLE) {
            socket.close();
            socket = connected(port);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }
        last = now;
    }

    int get(String path, String token) throws IOException {
        return exchange("GET", path, token, null, "");
    }

    int post(String path, String token, String json) throws IOException {
        return exchange("POST", path, token, json, "");
    }

    int exchange(String method, String path, String token, String json, String headers)
            throws IOException {
        var content = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        var head =
                new StringBuilder(256)
                        .append(method)
                        .append(' ')
                        .append(path)
                        .append(" HTTP/1.1\r\nHost: ")
                        .append(host)
                        .append("\r\n");
        if (!token.isEmpty()) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (json != null) {
            head.append("Content-Type: application/json\r\n");
        }
        head.append(headers).append("Content-Length: ").append(content.length).append("\r\n\r\n");
        var bytes = new byte[head.length() + content.length];
        System.arraycopy(
                head.toString().getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, head.length());
        System.arraycopy(content, 0, bytes, head.length(), content.length);
        connectAfterIdling();
        socket.getOutputStream().write(bytes);
        read();
        return status;
    }

    String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private void read() throws IOException {
        var first = line();
        status = Integer.parseInt(first.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26)) {
                chunked = true;
            }
        }
        body = chunked ? chunks() : exactly(length);
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            all.writeBytes(exactly(size));
            line();
            if (size == 0) {
                return all.toByteArray();
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The server closed the connection");
        }
        return bytes;
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
