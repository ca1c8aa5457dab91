package pe.comanda.api.live;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

import pe.comanda.domain.access.Role;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client whose other end takes as long as it likes for each message. */
final class FakeSocket {
    private final WebSocketSession session = mock(withSettings().stubOnly());
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Client client;
    private volatile CloseStatus closedWith;

    FakeSocket(Reading reading) throws Exception {
        when(session.getId()).thenReturn("fake");
        when(session.isOpen()).thenAnswer(_ -> closedWith == null);
        doAnswer(call -> closedWith = call.getArgument(0)).when(session).close(any());
        doAnswer(
                        call -> {
                            reading.takes();
                            return sent.add(call.getArgument(0, TextMessage.class).getPayload());
                        })
                .when(session)
                .sendMessage(any());
        client =
                new Client(
                        session,
                        new Ticket(
                                "org-1",
                                "branch-1",
                                "staff-1",
                                Role.WAITER,
                                null,
                                null,
                                "origin",
                                Instant.MAX));
    }

    interface Reading {
        void takes() throws InterruptedException;
    }

    Client client() {
        return client;
    }

    List<String> sent() {
        return List.copyOf(sent);
    }

    CloseStatus closedWith() {
        return closedWith;
    }
}
