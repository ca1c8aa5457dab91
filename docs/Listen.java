// Listens to the live feed of a branch, as a screen does. Needs nothing but a JDK 25:
//   java docs/Listen.java [http://localhost:8080] [moza] [branch-demo-miraflores] [after]
// Prints what it hears; end it with Ctrl-C, and come back with the last sequence as `after`.

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

static final HttpClient HTTP = HttpClient.newHttpClient();
static final int SHOWN = 400;

void main(String[] args) throws Exception {
    var base = args.length > 0 ? args[0] : "http://localhost:8080";
    var who = args.length > 1 ? args[1] : "moza";
    var branch = args.length > 2 ? args[2] : "branch-demo-miraflores";
    var after = args.length > 3 ? "&after=" + args[3] : "";

    var login = "{\"email\":\"%s@demo.pe\",\"password\":\"ceviche-de-demo\"}".formatted(who);
    var token = field("accessToken", post(base + "/api/v1/auth/login", "", login));
    var ticket = post(base + "/api/v1/live/tickets", token, "{\"branch\":\"%s\"}".formatted(branch));
    var socket = base.replaceFirst("^http", "ws") + field("path", ticket) + after;

    var over = new CompletableFuture<String>();
    HTTP.newWebSocketBuilder().buildAsync(URI.create(socket), new Ears(over)).join();
    IO.println("closed: " + over.join());
}

static final class Ears implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<String> over;

    Ears(CompletableFuture<String> over) {
        this.over = over;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            IO.println(message.length() > SHOWN ? message.substring(0, SHOWN) + " ..." : message);
            message.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        over.complete(status + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        over.complete(error.toString());
    }
}

static String post(String url, String token, String json) throws Exception {
    var request =
            HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json));
    if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
    }
    var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
}

static String field(String name, String json) {
    var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
        throw new IllegalStateException("No " + name + " in " + json);
    }
    return found.group(1);
}
