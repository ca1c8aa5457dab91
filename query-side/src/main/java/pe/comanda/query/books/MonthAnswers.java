package pe.comanda.query.books;

import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.BooksQuery;
import pe.comanda.domain.invoicing.BooksQuery.Closing;
import pe.comanda.domain.invoicing.BooksQuery.GapReport;
import pe.comanda.domain.invoicing.BooksQuery.MonthBook;
import pe.comanda.domain.invoicing.BooksQuery.ShowGaps;
import pe.comanda.domain.invoicing.BooksQuery.ShowMonth;
import pe.comanda.domain.invoicing.BooksQuery.TypeSum;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a month comes to, and which numbers are not accounted for. */
@Component
class MonthAnswers {
    private final BookSeries series;
    private final JdbcClient sql;

    MonthAnswers(BookSeries series, JdbcClient sql) {
        this.series = series;
        this.sql = sql;
    }

    @QueryHandler
    GapReport answer(
            ShowGaps query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization) {
        return new GapReport(series.gaps(organization));
    }

    /** Documents of one type; the months' other figures besides. */
    private record Line(
            TypeSum sum, String ruc, Money icbper, Money charges, Money rounding, Counts counts) {}

    private record Counts(long open, long burnt, long voided, long onEarlier, long all) {}

    @QueryHandler
    MonthBook answer(
            ShowMonth query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization) {
        var lines = lines(organization, query.month());
        long missing = series.missingIn(organization, query.month());
        long open = lines.stream().mapToLong(line -> line.counts().open()).sum();
        long all = lines.stream().mapToLong(line -> line.counts().all()).sum();
        return new MonthBook(
                query.month(),
                lines.isEmpty() ? "" : lines.getFirst().ruc(),
                lines.stream().map(Line::sum).toList(),
                total(lines, line -> line.sum().taxed()),
                total(lines, line -> line.sum().igv()),
                total(lines, Line::icbper),
                total(lines, Line::charges),
                total(lines, Line::rounding),
                total(lines, line -> line.sum().total()),
                tips(organization, query.month()),
                open,
                lines.stream().mapToLong(line -> line.counts().burnt()).sum(),
                lines.stream().mapToLong(line -> line.counts().voided()).sum(),
                missing,
                lines.stream().mapToLong(line -> line.counts().onEarlier()).sum(),
                open == 0 && missing == 0,
                Math.toIntExact(Math.ceilDiv(all, BooksQuery.FILES_PER_PART)),
                closing(organization, query.month()).orElse(null));
    }

    private static Money total(List<Line> lines, Function<Line, Money> of) {
        return Money.sum(lines.stream().map(of).toList());
    }

    /** Notes take back, so they count below zero; what does not count is only counted. */
    private List<Line> lines(String organization, YearMonth month) {
        return sql.sql(
                        """
                        select d.type, max(d.ruc),
                            count(*) filter (where live), sum(s * d.taxed) filter (where live),
                            sum(s * d.exonerated) filter (where live), sum(s * d.not_subject) filter (where live),
                            sum(s * d.igv) filter (where live), sum(s * d.payable) filter (where live),
                            sum(s * d.icbper) filter (where live),
                            sum(s * (d.charges - d.allowances)) filter (where live),
                            sum(s * d.rounding) filter (where live),
                            count(*) filter (where d.status = 'OPEN' or w.invoice_id is not null), count(*) filter (where d.status = 'REJECTED'),
                            count(*) filter (where d.status = 'VOIDED'),
                            count(*) filter (where live and o.issue_date < :from), count(*)
                        from book_document d
                            cross join lateral (select case when d.type = :credit then -1 else 1 end as s,
                                d.status in ('OPEN', 'ACCEPTED') as live) x
                            left join summary_wish w on w.invoice_id = d.invoice_id
                            left join book_document o on o.organization_id = d.organization_id
                                and o.type = d.corrected_type and o.series = d.corrected_series
                                and o.number = d.corrected_number
                        where d.organization_id = :organization and d.issue_date between :from and :to
                        group by d.type order by d.type
                        """)
                .param("credit", DocumentType.CREDIT_NOTE.code())
                .param("organization", organization)
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .query(
                        (row, _) ->
                                new Line(
                                        new TypeSum(
                                                DocumentType.withCode(row.getString(1)),
                                                row.getLong(3),
                                                money(row.getBigDecimal(4)),
                                                money(row.getBigDecimal(5)),
                                                money(row.getBigDecimal(6)),
                                                money(row.getBigDecimal(7)),
                                                money(row.getBigDecimal(8))),
                                        row.getString(2),
                                        money(row.getBigDecimal(9)),
                                        money(row.getBigDecimal(10)),
                                        money(row.getBigDecimal(11)),
                                        new Counts(
                                                row.getLong(12),
                                                row.getLong(13),
                                                row.getLong(14),
                                                row.getLong(15),
                                                row.getLong(16))))
                .list();
    }

    private Optional<Closing> closing(String organization, YearMonth month) {
        return sql.sql(
                        """
                        select closed_at, closed_by, documents, base, igv, total from closed_month
                        where organization_id = ? and month = ?
                        """)
                .params(organization, month.atDay(1))
                .query(
                        (row, _) ->
                                new Closing(
                                        row.getTimestamp(1).toInstant(),
                                        row.getString(2),
                                        row.getLong(3),
                                        money(row.getBigDecimal(4)),
                                        money(row.getBigDecimal(5)),
                                        money(row.getBigDecimal(6))))
                .optional();
    }

    private Money tips(String organization, YearMonth month) {
        return money(
                sql.sql(
                                """
                                select sum(tip) from book_payment
                                where organization_id = ? and day between ? and ? and not voided
                                """)
                        .params(organization, month.atDay(1), month.atEndOfMonth())
                        .query(BigDecimal.class)
                        .optional()
                        .orElse(null));
    }

    private static Money money(@Nullable BigDecimal sum) {
        return sum == null ? Money.ZERO : new Money(sum);
    }
}
