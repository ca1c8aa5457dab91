package pe.comanda.api.live;

import org.springframework.web.socket.TextMessage;

import pe.comanda.domain.live.FeedMessage;

import java.util.List;

/** A message as it goes over the wire: rendered once, however many hear it. */
record Rendered(long sequence, List<String> rooms, TextMessage frame) {

    static Rendered of(FeedMessage message) {
        var text =
                "{\"type\":\""
                        + message.type()
                        + "\",\"sequence\":"
                        + message.sequence()
                        + ",\"position\":"
                        + message.position()
                        + ",\"at\":\""
                        + message.at()
                        + "\",\"body\":"
                        + message.body()
                        + "}";
        return new Rendered(message.sequence(), message.rooms(), new TextMessage(text));
    }
}
