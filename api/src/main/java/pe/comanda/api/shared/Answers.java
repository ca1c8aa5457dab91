package pe.comanda.api.shared;

import org.springframework.http.ResponseEntity;

import pe.comanda.domain.shared.Receipt;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * How commands are answered: the version as ETag, the position to send back with the next query.
 */
public final class Answers {
    private Answers() {}

    /**
     * What a command answers to a client. {@code position} goes back as {@code Comanda-Position}
     * with a query.
     */
    public record Done(String id, long version, long position) {}

    public static CompletableFuture<ResponseEntity<Done>> created(
            CompletableFuture<Receipt> receipt, String path) {
        return receipt.thenApply(
                r -> headers(ResponseEntity.created(URI.create(path)), r).body(done(r)));
    }

    public static CompletableFuture<ResponseEntity<Done>> done(CompletableFuture<Receipt> receipt) {
        return receipt.thenApply(r -> headers(ResponseEntity.ok(), r).body(done(r)));
    }

    /** A view with the version of its aggregate as ETag. */
    public static <V> ResponseEntity<V> versioned(V view, long version) {
        return ResponseEntity.ok().eTag(String.valueOf(version)).body(view);
    }

    private static ResponseEntity.BodyBuilder headers(
            ResponseEntity.BodyBuilder answer, Receipt receipt) {
        return answer.eTag(String.valueOf(receipt.getVersion()))
                .header(AskingResolver.POSITION, String.valueOf(receipt.getPosition()))
                .header("Idempotent-Replay", String.valueOf(receipt.isRepeated()));
    }

    private static Done done(Receipt receipt) {
        return new Done(receipt.getTarget(), receipt.getVersion(), receipt.getPosition());
    }
}
