package pe.comanda.api.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Refuses bodies above 1 MB, announced or not, and takes the digest of bodies that come with an
 * idempotency key.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyGuard extends OncePerRequestFilter {
    private static final int LIMIT = 1024 * 1024;
    private final Problems problems;

    BodyGuard(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT) {
            problems.write(EdgeRule.BODY_TOO_LARGE.broken("limit", LIMIT), response);
        } else {
            chain.doFilter(new GuardedRequest(request), response);
        }
    }

    static String digestOf(@Nullable GuardedRequest guarded, HttpServletRequest request) {
        var digest = guarded == null || guarded.digest == null ? sha256() : guarded.digest;
        digest.update(
                (request.getMethod() + " " + request.getRequestURI())
                        .getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static final class GuardedRequest extends HttpServletRequestWrapper {
        private final @Nullable MessageDigest digest;
        private @Nullable ServletInputStream stream;

        GuardedRequest(HttpServletRequest request) {
            super(request);
            this.digest =
                    request.getHeader(AskingResolver.IDEMPOTENCY_KEY) == null ? null : sha256();
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new GuardedStream(super.getInputStream());
            }
            return stream;
        }

        private final class GuardedStream extends ServletInputStream {
            private final ServletInputStream body;
            private long read;

            GuardedStream(ServletInputStream body) {
                this.body = body;
            }

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = body.read(bytes, offset, length);
                if (count > 0) {
                    read += count;
                    EdgeRule.BODY_TOO_LARGE.require(read <= LIMIT, "limit", LIMIT);
                    if (digest != null) {
                        digest.update(bytes, offset, count);
                    }
                }
                return count;
            }

            @Override
            public boolean isFinished() {
                return body.isFinished();
            }

            @Override
            public boolean isReady() {
                return body.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                body.setReadListener(listener);
            }
        }
    }
}
