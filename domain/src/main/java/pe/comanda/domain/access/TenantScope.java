package pe.comanda.domain.access;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;

/**
 * Whose rows the current thread may touch: the second wall. Every connection to the database
 * carries it, and row-level security compares it with the row. Outside any scope no tenant's row is
 * visible.
 */
public final class TenantScope {
    /** Processors, sagas and start-up work handle every tenant's events. */
    public static final String ALL = "*";

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private TenantScope() {}

    /** The organization in scope, {@link #ALL}, or the empty text outside any scope. */
    public static String current() {
        var scope = CURRENT.get();
        return scope == null ? "" : scope;
    }

    /**
     * Enters a scope that outlasts the caller's frame. Whoever enters runs what is returned, on the
     * same thread.
     */
    public static Runnable enter(String organization) {
        var before = CURRENT.get();
        CURRENT.set(organization);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    public static <T> T call(String organization, Callable<T> work) throws Exception {
        var leave = enter(organization);
        try {
            return work.call();
        } finally {
            leave.run();
        }
    }

    public static void run(String organization, Runnable work) {
        try {
            var unused =
                    call(
                            organization,
                            () -> {
                                work.run();
                                return true;
                            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
