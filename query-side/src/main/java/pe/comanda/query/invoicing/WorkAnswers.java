package pe.comanda.query.invoicing;

import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.FinanceQuery.Answer;
import pe.comanda.domain.invoicing.FinanceQuery.ListWork;
import pe.comanda.domain.invoicing.FinanceQuery.ShowSunatHealth;
import pe.comanda.domain.invoicing.FinanceQuery.SunatHealth;
import pe.comanda.domain.invoicing.FinanceQuery.WorkItem;
import pe.comanda.domain.invoicing.FinanceQuery.WorkPage;
import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.invoicing.SubmissionOutcome;
import pe.comanda.domain.shared.Cursor;
import pe.comanda.query.invoicing.WorkRows.Place;
import pe.comanda.query.invoicing.WorkRows.Work;
import pe.comanda.query.shared.Reach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** What finance staff have to do, and how well SUNAT is. */
@Component
class WorkAnswers {
    private static final int MOST = 200;
    private static final Place START = new Place(LocalDate.EPOCH, "");

    private final WorkRows rows;
    private final Advices advices;
    private final JdbcClient sql;
    private final Clock clock;

    WorkAnswers(WorkRows rows, Advices advices, JdbcClient sql, Clock clock) {
        this.rows = rows;
        this.advices = advices;
        this.sql = sql;
        this.clock = clock;
    }

    @QueryHandler
    WorkPage answer(ListWork query, MetaData metadata) {
        var caller = Caller.from(metadata);
        int limit = Math.clamp(query.limit(), 1, MOST);
        var now = clock.instant();
        var found =
                rows.list(
                        caller.organization(),
                        Reach.of(caller),
                        query,
                        place(query.cursor()),
                        now,
                        day(now),
                        limit + 1);
        var page = found.size() > limit ? found.subList(0, limit) : found;
        var items = page.stream().map(work -> item(work, now)).toList();
        return new WorkPage(items, found.size() > limit ? cursor(page.getLast()) : "");
    }

    @QueryHandler
    SunatHealth answer(ShowSunatHealth query, MetaData metadata) {
        var caller = Caller.from(metadata);
        var branches = Reach.of(caller);
        var answers =
                sql.sql(
                                """
                                select invoice_id, at, outcome, code, millis from invoice_step
                                where organization_id = :organization
                                    and (:everywhere or branch_id = any(:branches))
                                    and outcome is not null
                                order by at desc limit 20
                                """)
                        .param("organization", caller.organization())
                        .param("everywhere", branches.isEmpty())
                        .param("branches", branches.toArray(String[]::new))
                        .query(
                                (row, _) ->
                                        new Answer(
                                                row.getString(1),
                                                row.getTimestamp(2).toInstant(),
                                                SubmissionOutcome.Kind.valueOf(row.getString(3)),
                                                row.getString(4),
                                                row.getLong(5)))
                        .list();
        var millis = answers.stream().map(Answer::millis).sorted().toList();
        return new SunatHealth(
                answers,
                (int) answers.stream().filter(it -> settlesNothing(it.outcome())).count(),
                millis.isEmpty() ? 0 : millis.get(millis.size() / 2));
    }

    private static boolean settlesNothing(SubmissionOutcome.Kind kind) {
        return !kind.isAcceptance() && kind != SubmissionOutcome.Kind.REJECTED;
    }

    private WorkItem item(Work work, Instant now) {
        var document = work.document();
        var deadline = endOf(document.lastDay());
        return new WorkItem(
                document,
                deadline,
                document.status().isFinal()
                        ? 0
                        : Math.floorDiv(Duration.between(now, deadline).toMinutes(), 60),
                work.attention(),
                advices.on(document, work.remarks()),
                work.replacedBy(),
                work.comment());
    }

    private static Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(SubmissionDeadline.LIMA).toInstant();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SubmissionDeadline.LIMA).toLocalDate();
    }

    private static Place place(String text) {
        var cursor = Cursor.of(text);
        return cursor == null ? START : new Place(day(cursor.at()), cursor.id());
    }

    private static String cursor(Work last) {
        var start = last.document().lastDay().atStartOfDay(SubmissionDeadline.LIMA).toInstant();
        return new Cursor(start, last.document().id()).text();
    }
}
