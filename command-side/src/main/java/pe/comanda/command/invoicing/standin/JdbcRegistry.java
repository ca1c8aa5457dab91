package pe.comanda.command.invoicing.standin;

import org.springframework.jdbc.core.simple.JdbcClient;

import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.Ruc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/** Remembers in PostgreSQL, so that a restart does not make every number free again. */
public final class JdbcRegistry implements StandInRegistry {
    private static final String COLUMNS =
            "ruc, type, series, number, accepted, code, description, total, sha256, received_at, issued_on, on_credit, voided, cdr";

    private final JdbcClient sql;

    public JdbcRegistry(DataSource source) {
        this.sql = JdbcClient.create(source);
    }

    @Override
    public Optional<StandInDocument> find(DocumentKey key) {
        return sql.sql(
                        "select "
                                + COLUMNS
                                + " from standin_document where ruc = ? and type = ? and series = ? and number = ?")
                .params(
                        key.ruc().value(),
                        key.type().code(),
                        key.number().series().value(),
                        key.number().number())
                .query((row, _) -> document(row))
                .optional();
    }

    @Override
    public boolean register(StandInDocument document) {
        var key = document.key();
        return sql.sql(
                                "insert into standin_document ("
                                        + COLUMNS
                                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(
                                key.ruc().value(),
                                key.type().code(),
                                key.number().series().value(),
                                key.number().number(),
                                document.accepted(),
                                document.code(),
                                document.description(),
                                document.total(),
                                document.sha256(),
                                Timestamp.from(document.receivedAt()),
                                document.issuedOn(),
                                document.onCredit(),
                                document.voided(),
                                document.cdr())
                        .update()
                == 1;
    }

    @Override
    public List<StandInDocument> latest(int limit) {
        return sql.sql(
                        "select "
                                + COLUMNS
                                + " from standin_document order by received_at desc limit ?")
                .params(limit)
                .query((row, _) -> document(row))
                .list();
    }

    @Override
    public void voidDocument(DocumentKey key) {
        var _ =
                sql.sql(
                                """
                                update standin_document set voided = true
                                where ruc = ? and type = ? and series = ? and number = ?
                                """)
                        .params(
                                key.ruc().value(),
                                key.type().code(),
                                key.number().series().value(),
                                key.number().number())
                        .update();
    }

    @Override
    public boolean hasFile(String ruc, String name) {
        return sql.sql("select exists (select from standin_ticket where ruc = ? and name = ?)")
                .params(ruc, name)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean keep(StandInTicket ticket) {
        return sql.sql(
                                """
                                insert into standin_ticket (ticket, ruc, name, status, polls, received_at, cdr)
                                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                ticket.ticket(),
                                ticket.ruc(),
                                ticket.name(),
                                ticket.status(),
                                ticket.polls(),
                                Timestamp.from(ticket.receivedAt()),
                                ticket.cdr())
                        .update()
                == 1;
    }

    @Override
    public Optional<StandInTicket> poll(String ticket) {
        var found =
                sql.sql(
                                """
                                select ticket, ruc, name, status, polls, received_at, cdr
                                from standin_ticket where ticket = ?
                                """)
                        .param(ticket)
                        .query((row, _) -> ticket(row))
                        .optional();
        found.map(StandInTicket::askedOnce)
                .ifPresent(
                        it -> {
                            var _ =
                                    sql.sql("update standin_ticket set polls = ? where ticket = ?")
                                            .params(it.polls(), ticket)
                                            .update();
                        });
        return found;
    }

    private static StandInTicket ticket(ResultSet row) throws SQLException {
        return new StandInTicket(
                row.getString("ticket"),
                row.getString("ruc"),
                row.getString("name"),
                row.getString("status"),
                row.getInt("polls"),
                row.getTimestamp("received_at").toInstant(),
                row.getBytes("cdr"));
    }

    @Override
    public void arm(ArmedFault fault) {
        var _ =
                sql.sql(
                                "insert into standin_fault (ruc, series, number, mode, code, remaining) values (?, ?, ?, ?, ?, ?)")
                        .params(
                                fault.ruc(),
                                fault.series(),
                                fault.number(),
                                fault.mode().name(),
                                fault.code(),
                                fault.remaining())
                        .update();
    }

    @Override
    public Optional<ArmedFault> takeFault(String ruc, String series, int number) {
        return sql.sql(
                        """
                        update standin_fault set remaining = remaining - 1
                        where id = (select id from standin_fault
                                    where remaining > 0
                                      and ruc in ('', ?) and series in ('', ?) and number in (0, ?)
                                    order by id limit 1 for update skip locked)
                        returning ruc, series, number, mode, code, remaining + 1 as remaining
                        """)
                .params(ruc, series, number)
                .query((row, _) -> fault(row))
                .optional();
    }

    @Override
    public List<ArmedFault> armed() {
        return sql.sql(
                        "select ruc, series, number, mode, code, remaining from standin_fault"
                                + " where remaining > 0 order by id")
                .query((row, _) -> fault(row))
                .list();
    }

    @Override
    public void disarm(String ruc) {
        var _ = sql.sql("delete from standin_fault where ? in ('', ruc)").param(ruc).update();
    }

    private static StandInDocument document(ResultSet row) throws SQLException {
        return new StandInDocument(
                new DocumentKey(
                        new Ruc(row.getString("ruc")),
                        DocumentType.withCode(row.getString("type")),
                        DocumentNumber.of(row.getString("series"), row.getInt("number"))),
                row.getBoolean("accepted"),
                row.getString("code"),
                row.getString("description"),
                row.getString("total"),
                row.getString("sha256"),
                row.getTimestamp("received_at").toInstant(),
                row.getDate("issued_on").toLocalDate(),
                row.getBoolean("on_credit"),
                row.getBoolean("voided"),
                row.getBytes("cdr"));
    }

    private static ArmedFault fault(ResultSet row) throws SQLException {
        return new ArmedFault(
                row.getString("ruc"),
                row.getString("series"),
                row.getInt("number"),
                FaultMode.valueOf(row.getString("mode")),
                row.getString("code"),
                row.getInt("remaining"));
    }
}
