package pe.comanda.api.live;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One socket. Its own virtual thread writes to it from a bounded queue, so a slow client waits for
 * nobody but itself; when its queue is full it is cut off, and may come back with its last
 * sequence.
 */
final class Client {
    static final CloseStatus EXPIRED = new CloseStatus(4001, "token expired");
    static final CloseStatus OVER = new CloseStatus(4003, "session over");
    static final CloseStatus TOO_SLOW = new CloseStatus(4008, "too slow");
    private static final Logger LOG = LoggerFactory.getLogger(Client.class);
    private static final int QUEUE = 512;

    /** So many messages find room with a client that has been waited for. */
    static final int ROOM = QUEUE / 2;

    /** A client that takes no message for so long is not waited for any longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final TextMessage LAST = new TextMessage("");

    private final WebSocketSession session;
    private final Ticket ticket;
    private final Set<String> rooms;
    private final BlockingQueue<WebSocketMessage<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private long sequence;
    private boolean joining = true;

    Client(WebSocketSession session, Ticket ticket) {
        this.session = session;
        this.ticket = ticket;
        this.rooms = ticket.rooms();
        Thread.ofVirtual().name("socket-" + session.getId()).start(this::write);
    }

    Ticket ticket() {
        return ticket;
    }

    boolean hears(Rendered message) {
        for (var room : message.rooms()) {
            if (rooms.contains(room)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Until the client has what it missed, live messages are left out: the catch-up reads them from
     * the feed.
     */
    synchronized boolean deliver(Rendered message) {
        if (joining || message.sequence() <= sequence) {
            return false;
        }
        sequence = message.sequence();
        if (hears(message)) {
            enqueue(message.frame());
            return true;
        }
        return false;
    }

    /**
     * From here on the client is live. {@code last} is what the snapshot or the catch-up ended
     * with.
     */
    synchronized void joined(long last) {
        sequence = Math.max(sequence, last);
        joining = false;
    }

    boolean isOpen() {
        return session.isOpen();
    }

    void send(TextMessage frame) {
        enqueue(frame);
    }

    /** Waits until there is room: for the client's own thread, never for one that serves others. */
    void sendPatiently(TextMessage frame) throws InterruptedException {
        if (isOpen() && !queue.offer(frame, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            close(TOO_SLOW);
        }
    }

    /** Waits until {@link #ROOM} messages find room, as long as the client reads at all. */
    void awaitRoom() throws InterruptedException {
        int before = queue.size();
        var waited = Duration.ZERO;
        while (isOpen() && queue.size() > QUEUE - ROOM) {
            Thread.sleep(LOOK);
            boolean reads = queue.size() < before;
            waited = reads ? Duration.ZERO : waited.plus(LOOK);
            before = queue.size();
            if (waited.compareTo(PATIENCE) > 0) {
                close(TOO_SLOW);
            }
        }
    }

    void ping() {
        enqueue(new PingMessage());
    }

    void close(CloseStatus status) {
        queue.clear();
        var unused = queue.offer(LAST);
        try {
            session.close(status);
        } catch (IOException e) {
            LOG.debug("Socket {} was gone already", session.getId(), e);
        }
    }

    private void enqueue(WebSocketMessage<?> frame) {
        if (!queue.offer(frame)) {
            close(TOO_SLOW);
        }
    }

    private void write() {
        try {
            while (session.isOpen()) {
                var frame = queue.take();
                if (frame == LAST) {
                    return;
                }
                session.sendMessage(frame);
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Socket {} broke", session.getId(), e);
            close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
