package pe.comanda.query.shared;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a projection holds for one batch of events: made for the first that needs it. */
public final class PerBatch {
    private PerBatch() {}

    /** The batch's own, and nobody else's; gone with the batch. */
    public static <T> T own(String name, Supplier<T> made) {
        return CurrentUnitOfWork.get().root().getOrComputeResource(name, _ -> made.get());
    }

    /** The same, which is written when the batch is about to be committed. */
    public static <T> T own(String name, Supplier<T> made, Consumer<T> written) {
        return own(
                name,
                () -> {
                    var own = made.get();
                    CurrentUnitOfWork.get().root().onPrepareCommit(_ -> written.accept(own));
                    return own;
                });
    }
}
