package pe.comanda.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoneAnswerTest {
    private static final ResponseEntity<Answers.Done> CREATED =
            ResponseEntity.created(URI.create("/api/v1/orders/order-1"))
                    .eTag("3")
                    .header("Comanda-Position", "42")
                    .body(new Answers.Done("order-\"1\"", 3, 42));

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final DoneAnswer answers = new DoneAnswer(JsonMapper.builder().build());

    @Test
    void what_a_command_did_is_sent_whole_with_its_length() throws IOException {
        assertThat(wrote(CREATED)).isTrue();

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getContentAsString())
                .isEqualTo("{\"id\":\"order-\\\"1\\\"\",\"version\":3,\"position\":42}");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(response.getHeader("Location")).isEqualTo("/api/v1/orders/order-1");
        assertThat(response.getHeader("ETag")).isEqualTo("\"3\"");
        assertThat(response.getHeader("Comanda-Position")).isEqualTo("42");
    }

    @Test
    void another_answer_is_left_to_others() throws IOException {
        assertThat(wrote(ResponseEntity.ok("hola"))).isFalse();
        assertThat(wrote(null)).isFalse();

        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void who_asks_for_something_else_than_json_is_left_to_others_who_refuse() throws IOException {
        request.addHeader("Accept", "application/xml");

        assertThat(wrote(CREATED)).isFalse();

        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private boolean wrote(@Nullable ResponseEntity<?> answer) throws IOException {
        return answers.wrote(answer, new ServletWebRequest(request, response));
    }
}
