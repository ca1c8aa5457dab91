package pe.comanda.api.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/**
 * Writes what a command answers, whole and with its length, so that it leaves by one packet.
 * Spring's own way asks every converter whether it can write it, and sends it in chunks: a tenth of
 * what a request costs.
 */
final class DoneAnswer {
    private final ObjectWriter json;

    DoneAnswer(JsonMapper json) {
        this.json = json.writerFor(Answers.Done.class);
    }

    /** False, and nothing written, where it is another answer or the client wants no JSON. */
    boolean wrote(@Nullable Object answer, NativeWebRequest request) throws IOException {
        var http = request.getNativeRequest(HttpServletRequest.class);
        var response = request.getNativeResponse(HttpServletResponse.class);
        if (!(answer instanceof ResponseEntity<?> entity)
                || !(entity.getBody() instanceof Answers.Done done)
                || http == null
                || response == null
                || !takesJson(http.getHeader(HttpHeaders.ACCEPT))) {
            return false;
        }
        var body = json.writeValueAsBytes(done);
        response.setStatus(entity.getStatusCode().value());
        entity.getHeaders()
                .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        return true;
    }

    private static boolean takesJson(@Nullable String accept) {
        return accept == null
                || accept.equals("*/*")
                || accept.equals(MediaType.APPLICATION_JSON_VALUE);
    }
}
