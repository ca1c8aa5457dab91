package pe.comanda.api.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import java.io.IOException;

/** Sends what was rendered beforehand, or tells that the client has it already. */
public final class RenderedAnswer {
    private RenderedAnswer() {}

    /**
     * @param etag without quotes; changes whenever the JSON does
     * @param caching the {@code Cache-Control} of the answer
     */
    public static void write(
            byte[] json,
            String etag,
            String caching,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var quoted = '"' + etag + '"';
        response.setHeader(HttpHeaders.ETAG, quoted);
        response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
        if (names(request.getHeader(HttpHeaders.IF_NONE_MATCH), quoted)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    /** Quotes are part of the tag, so a tag cannot be mistaken for a piece of another. */
    private static boolean names(@Nullable String ifNoneMatch, String quoted) {
        return ifNoneMatch != null
                && (ifNoneMatch.contains(quoted) || ifNoneMatch.strip().equals("*"));
    }
}
