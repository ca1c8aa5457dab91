package pe.comanda.command.floor;

import static pe.comanda.domain.floor.FloorRule.TABLE_NOT_IN_BRANCH;

import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.floor.Table;
import pe.comanda.domain.floor.TableCommand;
import pe.comanda.domain.floor.TableId;

import java.util.Set;
import java.util.function.Function;

/**
 * The tables, as a session reaches them: in its own transaction, so that a party is seated and its
 * table occupied by one commit, or neither.
 */
class Tables {
    private final Function<String, Aggregate<TableAggregate>> load;

    /**
     * @param load loads a table within the unit of work at hand
     */
    Tables(Function<String, Aggregate<TableAggregate>> load) {
        this.load = load;
    }

    /** A table that stands in the branch that the message is about. */
    Table see(TableId table, MetaData metadata) {
        return find(table)
                .invoke(
                        shell -> {
                            shell.owner().admit(ofTheTable(metadata));
                            TABLE_NOT_IN_BRANCH.require(
                                    String.valueOf(shell.owner().branch())
                                            .equals(metadata.get(MetadataKey.BRANCH)),
                                    "table",
                                    table);
                            return shell.table();
                        });
    }

    void follow(TableCommand command, MetaData metadata) {
        find(command.table()).execute(shell -> shell.follow(command, ofTheTable(metadata)));
    }

    /** The version that the caller expects is the session's. */
    private static MetaData ofTheTable(MetaData metadata) {
        return metadata.withoutKeys(Set.of(MetadataKey.EXPECTED_VERSION));
    }

    private Aggregate<TableAggregate> find(TableId table) {
        try {
            return load.apply(table.value());
        } catch (AggregateNotFoundException _) {
            throw AccessRule.NOT_FOUND.broken("id", table);
        }
    }
}
