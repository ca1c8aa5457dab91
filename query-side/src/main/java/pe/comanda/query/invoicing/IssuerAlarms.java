package pe.comanda.query.invoicing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.tenancy.DatedRegime;
import pe.comanda.query.tenancy.RegimesConverter;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong with an issuer's documents as a whole, or soon will. */
@Component
class IssuerAlarms {
    /** SUNAT answers a ticket within minutes; what takes longer than this is looked at. */
    static final Duration SLOW_TICKET = Duration.ofHours(1);

    /** More rejections than this within an hour are no accident. */
    static final int REJECTED_PERCENT = 1;

    /** So many numbers before its end a series needs a successor. */
    static final int LAST_NUMBERS = 10_000;

    /** How long before another rate of IGV applies it is told of. */
    static final int DAYS_BEFORE_RATE = 30;

    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient sql;

    IssuerAlarms(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keys of advices, the most pressing first. */
    List<String> of(String organization, Instant now) {
        var today = now.atZone(SubmissionDeadline.LIMA).toLocalDate();
        var alarms = new ArrayList<String>();
        if (lastDayIsHere(organization, today)) {
            alarms.add("DEADLINE_NEAR");
        }
        if (ticketIsSlow(organization, now)) {
            alarms.add("TICKET_SLOW");
        }
        if (tooManyAreRejected(organization, now)) {
            alarms.add("MANY_REJECTED");
        }
        if (seriesEnds(organization)) {
            alarms.add("SERIES_ENDS");
        }
        if (regimes(organization).stream().anyMatch(it -> rateChanges(it, today))) {
            alarms.add("RATE_CHANGES");
        }
        return alarms;
    }

    /** Whether what is sold in a month bears another rate than today. */
    static boolean rateChanges(List<DatedRegime> regimes, LocalDate today) {
        var soon = today.plusDays(DAYS_BEFORE_RATE);
        return !regimes.isEmpty()
                && DatedRegime.on(today, regimes)
                                .rateOn(today)
                                .compareTo(DatedRegime.on(soon, regimes).rateOn(soon))
                        != 0;
    }

    private boolean lastDayIsHere(String organization, LocalDate today) {
        return sql.sql(
                        """
                        select exists (select from invoice_view
                            where organization_id = ? and last_day <= ?
                                and status not in ('ACCEPTED', 'OBSERVED', 'REJECTED')
                                and status not in ('VOIDING', 'VOIDED'))
                        """)
                .params(organization, today)
                .query(Boolean.class)
                .single();
    }

    private boolean ticketIsSlow(String organization, Instant now) {
        return sql.sql(
                        """
                        select exists (select from summary_view
                            where organization_id = ? and phase = 'OPEN' and ticket_at < ?)
                        """)
                .params(organization, Timestamp.from(now.minus(SLOW_TICKET)))
                .query(Boolean.class)
                .single();
    }

    private boolean tooManyAreRejected(String organization, Instant now) {
        return sql.sql(
                        """
                        select count(*) filter (where outcome = 'REJECTED') * 100 > count(*) * ?
                        from invoice_step where organization_id = ? and outcome is not null and at > ?
                        """)
                .params(REJECTED_PERCENT, organization, Timestamp.from(now.minus(HOUR)))
                .query(Boolean.class)
                .single();
    }

    private boolean seriesEnds(String organization) {
        return sql.sql(
                        "select exists (select from book_series where organization_id = ? and last > ?)")
                .params(organization, DocumentNumber.LAST - LAST_NUMBERS)
                .query(Boolean.class)
                .single();
    }

    private List<List<DatedRegime>> regimes(String organization) {
        var converter = new RegimesConverter();
        return sql
                .sql("select distinct regimes from branch_view where organization_id = ? and open")
                .param(organization)
                .query(String.class)
                .list()
                .stream()
                .map(converter::convertToEntityAttribute)
                .toList();
    }
}
