package pe.comanda.domain.shared;

import pe.comanda.domain.access.Permission;

/**
 * A question. Its answer is a record (never a bare list: a list does not survive the journey
 * between processes).
 *
 * @param <V> the view that answers it
 */
public interface Query<V> {

    /** What the caller's role must hold. */
    Permission requires();

    /**
     * The read model that answers, by the name of its projection without the prefix {@code view-}.
     */
    String view();
}
