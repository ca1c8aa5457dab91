package pe.comanda.domain.shared;

import pe.comanda.domain.access.Permission;

/**
 * A wish: something that one aggregate is asked to make true. May be refused by a {@link
 * BusinessRule}.
 */
public interface Command {

    /** The aggregate that decides. */
    AggregateId target();

    /** What the caller's role must hold, wherever the command comes from. */
    Permission requires();
}
