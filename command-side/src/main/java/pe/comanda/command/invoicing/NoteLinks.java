package pe.comanda.command.invoicing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.InvoiceId;

import java.util.Optional;

/** Which document each note changes. */
@Component
class NoteLinks implements Originals {
    private final JdbcClient sql;

    NoteLinks(JdbcClient sql) {
        this.sql = sql;
    }

    void link(InvoiceId note, InvoiceId original, Owner owner) {
        var _ =
                sql.sql(
                                """
                                insert into invoice_note (note_id, original_id, organization_id, branch_id)
                                values (?, ?, ?, ?)
                                """)
                        .params(
                                note.value(),
                                original.value(),
                                owner.organization(),
                                owner.mustHaveBranch())
                        .update();
    }

    @Override
    public Optional<InvoiceId> of(InvoiceId note) {
        return sql.sql("select original_id from invoice_note where note_id = ?")
                .param(note.value())
                .query(String.class)
                .optional()
                .map(InvoiceId::new);
    }
}
