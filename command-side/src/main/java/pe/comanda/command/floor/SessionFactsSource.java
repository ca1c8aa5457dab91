package pe.comanda.command.floor;

import org.axonframework.messaging.MetaData;

import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Premises;
import pe.comanda.domain.floor.SessionFacts;
import pe.comanda.domain.floor.StandingTable;
import pe.comanda.domain.floor.TableCommand;
import pe.comanda.domain.floor.TableId;
import pe.comanda.domain.floor.TableSession;
import pe.comanda.domain.floor.TableSessionCommand;
import pe.comanda.domain.floor.TableSessionEvent;

import java.util.List;

/** Gathers what a session must know of its table, its branch and its orders, and lets it decide. */
class SessionFactsSource {
    private final Tables tables;
    private final OpenOrders orders;
    private final Premises premises;
    private final Lookups lookups;

    SessionFactsSource(Tables tables, OpenOrders orders, Premises premises, Lookups lookups) {
        this.tables = tables;
        this.orders = orders;
        this.premises = premises;
        this.lookups = lookups;
    }

    List<TableSessionEvent> decide(
            TableSession session, TableSessionCommand command, MetaData metadata) {
        return session.decide(command, new Facts(command, metadata));
    }

    void atTheTable(TableCommand command, MetaData metadata) {
        tables.follow(command, metadata);
    }

    private final class Facts implements SessionFacts {
        private final TableSessionCommand command;
        private final MetaData metadata;

        Facts(TableSessionCommand command, MetaData metadata) {
            this.command = command;
            this.metadata = metadata;
        }

        @Override
        public boolean branchIsOpen() {
            return branch().open();
        }

        @Override
        public boolean approvesByItself() {
            return branch().autoApproveSessions();
        }

        @Override
        public int openOrders() {
            return orders.openIn(command.session());
        }

        @Override
        public StandingTable tableScanned(TableId table, String token) {
            return tables.see(table, metadata).mustAdmit(token);
        }

        @Override
        public StandingTable freeTable(TableId table) {
            return tables.see(table, metadata).mustBeFree();
        }

        private BranchFacts branch() {
            return lookups.freshly(() -> premises.of(metadata));
        }
    }
}
