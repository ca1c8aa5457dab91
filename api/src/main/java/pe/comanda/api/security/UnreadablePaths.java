package pe.comanda.api.security;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import pe.comanda.api.shared.EdgeRule;
import pe.comanda.api.shared.Problems;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Tells as a problem, not as a page, what Tomcat refuses before the {@link Firewall} sees it: paths
 * with an encoded slash ({@code %2F}) or nothing ({@code %00}), or that lead out of everything.
 */
final class UnreadablePaths extends ErrorReportValve {
    private final Problems problems;

    UnreadablePaths(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() != 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            problems.write(EdgeRule.PATH_MALFORMED.broken(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
