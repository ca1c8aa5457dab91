package pe.comanda.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.IntegrationTest;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/** A body is read up to a megabyte, whatever it announces. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeBodyTest extends Refusals {
    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {MEGABYTE + 1, 10 * MEGABYTE})
    void a_large_body_is_refused_by_what_it_announces(int size) throws Exception {
        refused(BodyPublishers.ofByteArray(blanks(size)));
    }

    @ParameterizedTest
    @ValueSource(ints = {MEGABYTE + 1, 10 * MEGABYTE})
    void a_large_body_is_refused_even_where_it_announces_nothing(int size) throws Exception {
        refused(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blanks(size))));
    }

    private void refused(BodyPublisher body) throws Exception {
        var cashier = anybody().signIn("caja");
        var request =
                HttpRequest.newBuilder(
                                URI.create(cashier.base() + V + "/branches/" + BRANCH + "/orders"))
                        .header("Authorization", "Bearer " + cashier.token())
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("\"code\":\"BODY_TOO_LARGE\"");
        }
    }

    private static byte[] blanks(int size) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }
}
