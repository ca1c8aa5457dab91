package pe.comanda.api.live;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.util.UriComponentsBuilder;

import pe.comanda.api.security.SessionsOver;
import pe.comanda.domain.live.MessageType;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The socket at {@code /ws/live}: a ticket at the door, then the feed. Clients only listen. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveSocket implements WebSocketConfigurer {
    private static final String TICKET = "ticket";
    private static final String AFTER = "after";
    private static final String CLIENT = "client";
    private static final TextMessage PONG =
            new TextMessage("{\"type\":\"" + MessageType.PONG.text() + "\"}");
    private final LiveHub hub;
    private final Tickets tickets;
    private final SessionsOver sessions;

    LiveSocket(LiveHub hub, Tickets tickets, SessionsOver sessions) {
        this.sessions = sessions;
        this.hub = hub;
        this.tickets = tickets;
    }

    /**
     * Small buffers: what clients send is a ping now and then, and 10,000 of them share this node.
     */
    @Bean
    ServletServerContainerFactoryBean webSocketContainer() {
        var container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(2048);
        container.setMaxBinaryMessageBufferSize(1024);
        container.setMaxSessionIdleTimeout(90_000L);
        return container;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        var unused =
                registry.addHandler(new Handler(), "/ws/live")
                        .addInterceptors(new Door())
                        .setAllowedOriginPatterns(
                                "*"); // the ticket authenticates, not a cookie: no origin can
        // borrow it
    }

    private final class Door implements HandshakeInterceptor {
        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes)
                throws Exception {
            var ticket = parameter(request.getURI(), TICKET);
            var taken = ticket.isPresent() ? tickets.take(ticket.get()) : Optional.<Ticket>empty();
            if (taken.isEmpty()) {
                response.setStatusCode(HttpStatus.UNAUTHORIZED);
                return false;
            }
            attributes.put(TICKET, taken.get());
            attributes.put(
                    AFTER,
                    parameter(request.getURI(), AFTER)
                            .filter(a -> a.matches("\\d{1,18}"))
                            .orElse("-1"));
            return true;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {}

        private static Optional<String> parameter(URI uri, String name) {
            return Optional.ofNullable(
                    UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst(name));
        }
    }

    private final class Handler extends TextWebSocketHandler {
        @Override
        public void afterConnectionEstablished(WebSocketSession session) {
            var client =
                    new Client(
                            session,
                            Objects.requireNonNull((Ticket) session.getAttributes().get(TICKET)));
            session.getAttributes().put(CLIENT, client);
            hub.join(client, Long.parseLong((String) session.getAttributes().get(AFTER)));
            if (sessions.isOver(client.ticket().origin())) {
                client.close(Client.OVER);
            }
        }

        @Override
        protected void handleTextMessage(WebSocketSession session, TextMessage message) {
            if (session.getAttributes().get(CLIENT) instanceof Client client) {
                client.send(PONG);
            }
        }

        @Override
        public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
            if (session.getAttributes().get(CLIENT) instanceof Client client) {
                hub.leave(client);
                client.close(status);
            }
        }
    }
}
