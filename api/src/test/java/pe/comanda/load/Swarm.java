package pe.comanda.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Many WebSocket clients on one thread. Counts text frames, and remembers when the last one came.
 */
final class Swarm implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();
    private final Thread reader;
    private volatile boolean running = true;
    private volatile String wanted = "";
    private volatile long heardAt;
    private String tail = "";

    Swarm() throws IOException {
        // From the first client on: who does not read is cut off.
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** Opens one client with a fresh ticket's path, and waits for the handshake. */
    void open(int port, String path) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.write(
                ByteBuffer.wrap(
                        ("GET "
                                        + path
                                        + " HTTP/1.1\r\nHost: 127.0.0.1:"
                                        + port
                                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1)));
        var one = ByteBuffer.allocate(1);
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            one.clear();
            if (channel.read(one) < 0) {
                throw new IOException("No handshake: " + head);
            }
            head.append((char) one.get(0));
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("Refused: " + head);
        }
        channel.configureBlocking(false);
        channels.add(channel);
        channel.register(selector.wakeup(), SelectionKey.OP_READ, new Frames());
    }

    /** From now on looks for the text in what any client gets. */
    void listenFor(String text) {
        heardAt = 0;
        wanted = text;
    }

    /**
     * @return nanoseconds from the moment until the text was heard; ten seconds at most
     */
    long heardAfter(long moment) {
        while (heardAt == 0 && System.nanoTime() - moment < 10_000_000_000L) {
            LockSupport.parkNanos(100_000);
        }
        return (heardAt == 0 ? System.nanoTime() : heardAt) - moment;
    }

    long frames() {
        return frames.get();
    }

    long lastAt() {
        return last.get();
    }

    long closedByServer() {
        return closed.get();
    }

    private void read() {
        var buffer = ByteBuffer.allocateDirect(1 << 16);
        try {
            while (running) {
                selector.select(50);
                var keys = selector.selectedKeys().iterator();
                while (keys.hasNext()) {
                    var key = keys.next();
                    keys.remove();
                    buffer.clear();
                    int count = ((SocketChannel) key.channel()).read(buffer);
                    if (count < 0) {
                        key.cancel();
                        closed.incrementAndGet();
                    } else {
                        listen(buffer.flip());
                        int texts = ((Frames) key.attachment()).take(buffer);
                        if (texts > 0) {
                            frames.addAndGet(texts);
                            last.set(System.nanoTime());
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen(ByteBuffer bytes) {
        if (!wanted.isEmpty() && heardAt == 0) {
            var text = tail + StandardCharsets.ISO_8859_1.decode(bytes.duplicate());
            if (text.contains(wanted)) {
                heardAt = System.nanoTime();
            }
            tail = text.substring(Math.max(0, text.length() - wanted.length()));
        }
    }

    /** Follows frame boundaries without keeping what is in them. */
    private static final class Frames {
        private final byte[] head = new byte[10];
        private int headLength;
        private long skip;

        int take(ByteBuffer bytes) {
            int texts = 0;
            while (bytes.hasRemaining()) {
                if (skip > 0) {
                    int step = (int) Math.min(skip, bytes.remaining());
                    bytes.position(bytes.position() + step);
                    skip -= step;
                    continue;
                }
                head[headLength++] = bytes.get();
                if (headLength >= 2) {
                    int size = head[1] & 0x7f;
                    int needed = size == 126 ? 4 : size == 127 ? 10 : 2;
                    if (headLength == needed) {
                        skip = length(size);
                        texts += (head[0] & 0x0f) == 1 ? 1 : 0;
                        headLength = 0;
                    }
                }
            }
            return texts;
        }

        private long length(int size) {
            if (size < 126) {
                return size;
            }
            long length = 0;
            for (int i = 2; i < (size == 126 ? 4 : 10); i++) {
                length = length << 8 | head[i] & 0xff;
            }
            return length;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        running = false;
        selector.wakeup();
        reader.join();
        for (var channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
