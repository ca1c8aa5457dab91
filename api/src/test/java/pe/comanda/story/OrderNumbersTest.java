package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.util.stream.IntStream;

@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderNumbersTest {
    @LocalServerPort private int port;

    @Test
    void the_numbers_of_a_branch_are_handed_out_once_and_in_a_row() {
        var waiter = new Http("http://localhost:" + port, "").signIn("mozo-callao");
        var numbers =
                IntStream.range(0, 45)
                        .parallel()
                        .map(_ -> number(waiter))
                        .sorted()
                        .boxed()
                        .toList();
        int first = numbers.getFirst();
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.range(first, first + 45).boxed().toList());
    }

    private static int number(Http waiter) {
        var placed = waiter.post(Callao.ORDERS, Callao.CHICHA).mustBe(201);
        return waiter.get("/api/v1/orders/" + placed.id(), placed)
                .mustBe(200)
                .body()
                .path("number")
                .asInt();
    }
}
