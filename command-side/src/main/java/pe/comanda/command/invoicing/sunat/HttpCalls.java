package pe.comanda.command.invoicing.sunat;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.GatewayAnswer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLHandshakeException;

/** One request, one end: an answer, or a name for why there is none. */
final class HttpCalls {
    private static final int MOST_BYTES = 8_000_000;

    private final HttpClient client;
    private final Duration limit;

    HttpCalls(Duration connect, Duration limit) {
        this.limit = limit;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connect)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** Either an HTTP answer, or what stands for it. */
    sealed interface Reply {
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Answered(int status, byte[] body) implements Reply {}

        record Failed(GatewayAnswer why) implements Reply {}
    }

    Reply call(HttpRequest.Builder request) {
        // The request's own timeout ends with the headers, so the whole exchange is timed here.
        var exchange =
                client.sendAsync(
                        request.build(),
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            var response = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply.Answered(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            var _ = exchange.cancel(true);
            return new Reply.Failed(new GatewayAnswer.TimedOut());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var _ = exchange.cancel(true);
            return new Reply.Failed(new GatewayAnswer.ConnectionLost("Interrumpido"));
        } catch (ExecutionException e) {
            return new Reply.Failed(why(e.getCause()));
        }
    }

    private static GatewayAnswer why(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> throw new IllegalStateException("An exchange failed without a cause");
            case HttpConnectTimeoutException e -> new GatewayAnswer.ConnectionRefused(text(e));
            case HttpTimeoutException _ -> new GatewayAnswer.TimedOut();
            case ConnectException e -> new GatewayAnswer.ConnectionRefused(text(e));
            case SSLHandshakeException e -> new GatewayAnswer.ConnectionRefused(text(e));
            case IOException e -> new GatewayAnswer.ConnectionLost(text(e));
            default -> throw new IllegalStateException(cause);
        };
    }

    private static String text(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
