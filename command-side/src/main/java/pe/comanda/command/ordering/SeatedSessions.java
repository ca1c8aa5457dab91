package pe.comanda.command.ordering;

import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.ordering.TableRef;

import java.util.Optional;

/** Where the party of an active table session sits. The floor's lookups answer it. */
public interface SeatedSessions {
    Optional<TableRef> tableOf(TableSessionId session, String branch);
}
