package pe.comanda.api.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.api.shared.Ids;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.identity.Email;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.shared.Vault;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * E-mails that are to go out. Addresses are personal data: sealed while they wait, destroyed when
 * they have served, never in an event (Ley 29733, art. 8).
 */
@Component
public class MailOutbox {
    /** What one run takes on. */
    private static final int BATCH = 20;

    /** A node that stops in the middle of a run leaves its e-mails to the next after this. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    /** An issue whose answer nobody saw has ended by then. */
    private static final Duration UNTIL_ISSUED = Duration.ofMinutes(5);

    private final JdbcClient sql;
    private final Vault vault;
    private final MailSettings settings;
    private final Ids ids;
    private final Clock clock;

    MailOutbox(JdbcClient sql, Vault vault, MailSettings settings, Ids ids, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** How an e-mail stands. */
    public enum MailStatus {
        QUEUED,
        SENT,
        /** Given up. */
        FAILED
    }

    /**
     * @param to the address, all but its ends covered
     * @param error of the last try; empty where there was none
     */
    public record MailView(
            String id,
            String to,
            MailStatus status,
            int attempts,
            Instant nextTryAt,
            String error,
            String requestedBy,
            Instant createdAt,
            @Nullable Instant sentAt) {}

    /** An e-mail whose time has come. */
    record Due(
            String id,
            String organization,
            InvoiceId invoice,
            Email to,
            int attempts,
            Instant createdAt) {}

    public boolean isOn() {
        return settings.isOn();
    }

    /**
     * Queues another e-mail of a document; returns its id.
     *
     * @param branch of the document
     */
    public String queue(InvoiceId invoice, Email to, Caller caller, String branch) {
        var id = ids.orNew(null, "mail");
        var _ = insert(id, invoice, to, caller, branch, clock.instant());
        return id;
    }

    /**
     * @param branch empty where it is not known yet
     * @return 0 where it is there already
     */
    private int insert(
            String id, InvoiceId invoice, Email to, Caller caller, String branch, Instant next) {
        var inserted = new AtomicInteger();
        TenantScope.run(
                caller.organization(),
                () ->
                        inserted.set(
                                sql.sql(
                                                """
                                        insert into invoice_mail (id, organization_id, branch_id, invoice_id, recipient,
                                            hint, status, next_at, requested_by, created_at)
                                        values (?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?)
                                        on conflict (id) do nothing
                                        """)
                                        .params(
                                                id,
                                                caller.organization(),
                                                branch,
                                                invoice.value(),
                                                vault.seal(
                                                        to.value().getBytes(StandardCharsets.UTF_8),
                                                        purpose(id)),
                                                covered(to),
                                                Timestamp.from(next),
                                                caller.actor(),
                                                Timestamp.from(clock.instant()))
                                        .update()));
        return inserted.get();
    }

    /**
     * Keeps the e-mail of a document that is about to be issued. Should nobody say what became of
     * it, it goes out by itself once the document is found to exist.
     *
     * @return whether it was not kept before
     */
    public boolean keep(InvoiceId invoice, Email to, Caller caller) {
        return put(invoice, to, caller, clock.instant().plus(UNTIL_ISSUED)) == 1;
    }

    /** The document exists: its e-mail goes out, once, however often this is told. */
    public void letGo(InvoiceId invoice, Email to, Caller caller) {
        var now = clock.instant();
        if (put(invoice, to, caller, now) == 0) {
            changeUntried(
                    "update invoice_mail set next_at = least(next_at, ?)",
                    Timestamp.from(now),
                    idOf(invoice),
                    caller.organization());
        }
    }

    /** There is no such document. */
    public void takeBack(InvoiceId invoice, Caller caller) {
        changeUntried("delete from invoice_mail", idOf(invoice), caller.organization());
    }

    /** The e-mail that a document is issued with: one. */
    private static String idOf(InvoiceId invoice) {
        return "mail-of-" + invoice.value();
    }

    private int put(InvoiceId invoice, Email to, Caller caller, Instant next) {
        return insert(idOf(invoice), invoice, to, caller, "", next);
    }

    private void changeUntried(String statement, Object... values) {
        change(
                statement
                        + " where id = ? and organization_id = ? and status = 'QUEUED'"
                        + " and attempts = 0",
                values);
    }

    List<MailView> of(InvoiceId invoice, String organization) {
        var found = new ArrayList<MailView>();
        TenantScope.run(
                organization,
                () ->
                        found.addAll(
                                sql.sql(
                                                """
                                                select id, hint, status, attempts, next_at, error, requested_by,
                                                    created_at, sent_at
                                                from invoice_mail where invoice_id = ? and organization_id = ?
                                                order by created_at
                                                """)
                                        .params(invoice.value(), organization)
                                        .query(
                                                (row, _) -> {
                                                    var sent = row.getTimestamp(9);
                                                    return new MailView(
                                                            row.getString(1),
                                                            row.getString(2),
                                                            MailStatus.valueOf(row.getString(3)),
                                                            row.getInt(4),
                                                            row.getTimestamp(5).toInstant(),
                                                            row.getString(6),
                                                            row.getString(7),
                                                            row.getTimestamp(8).toInstant(),
                                                            sent == null ? null : sent.toInstant());
                                                })
                                        .list()));
        return found;
    }

    /** Claims what is due, so that no two nodes send it. */
    List<Due> claim() {
        var now = clock.instant();
        var claimed = new ArrayList<Due>();
        TenantScope.run(
                TenantScope.ALL,
                () ->
                        claimed.addAll(
                                sql.sql(
                                                """
                                                update invoice_mail set next_at = ? where id in (
                                                    select id from invoice_mail
                                                    where status = 'QUEUED' and next_at <= ?
                                                    order by next_at limit ? for update skip locked)
                                                returning id, organization_id, invoice_id, recipient,
                                                    attempts, created_at
                                                """)
                                        .params(
                                                Timestamp.from(now.plus(CLAIM)),
                                                Timestamp.from(now),
                                                BATCH)
                                        .query(
                                                (row, _) ->
                                                        new Due(
                                                                row.getString(1),
                                                                row.getString(2),
                                                                new InvoiceId(row.getString(3)),
                                                                address(
                                                                        row.getString(1),
                                                                        row.getBytes(4)),
                                                                row.getInt(5),
                                                                row.getTimestamp(6).toInstant()))
                                        .list()));
        return claimed;
    }

    /** Not its turn yet: that is no failure. */
    void later(Due mail, Duration delay) {
        change(
                "update invoice_mail set next_at = ? where id = ?",
                Timestamp.from(clock.instant().plus(delay)),
                mail.id());
    }

    void sent(Due mail) {
        change(
                """
                update invoice_mail set status = 'SENT', attempts = attempts + 1, error = '', sent_at = ?,
                    recipient = null
                where id = ?
                """,
                Timestamp.from(clock.instant()),
                mail.id());
    }

    void failed(Due mail, String error) {
        change(
                "update invoice_mail set attempts = attempts + 1, error = ?, next_at = ? where id = ?",
                error,
                Timestamp.from(clock.instant().plus(settings.after(mail.attempts() + 1))),
                mail.id());
    }

    void givenUp(Due mail, String error) {
        change(
                """
                update invoice_mail set status = 'FAILED', attempts = attempts + 1, error = ?, recipient = null
                where id = ?
                """,
                error,
                mail.id());
    }

    private void change(String statement, Object... values) {
        TenantScope.run(TenantScope.ALL, () -> sql.sql(statement).params(values).update());
    }

    private Email address(String id, byte[] sealed) {
        return new Email(new String(vault.open(sealed, purpose(id)), StandardCharsets.UTF_8));
    }

    private static String purpose(String id) {
        return "invoice-mail:" + id;
    }

    /** {@code a***@example.com}. */
    static String covered(Email address) {
        int at = address.value().indexOf('@');
        return address.value().charAt(0) + "***" + address.value().substring(at);
    }
}
