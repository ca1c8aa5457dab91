package pe.comanda.query.books;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.BooksQuery.Burnt;
import pe.comanda.domain.invoicing.BooksQuery.Range;
import pe.comanda.domain.invoicing.BooksQuery.SeriesGaps;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.InvoiceSeriesId;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Runs of numbers in the books. */
@Component
class BookSeries {
    private final JdbcClient sql;

    BookSeries(JdbcClient sql) {
        this.sql = sql;
    }

    void open(InvoiceSeriesId id, String organization, int first) {
        note(id, organization, first, first - 1);
    }

    void take(InvoiceSeriesId id, String organization, int number) {
        note(id, organization, number, number);
    }

    private void note(InvoiceSeriesId id, String organization, int first, int last) {
        var _ =
                sql.sql(
                                """
                                insert into book_series (series_id, organization_id, type, series, first, last)
                                values (?, ?, ?, ?, ?, ?)
                                on conflict (series_id) do update set
                                    first = least(book_series.first, excluded.first),
                                    last = greatest(book_series.last, excluded.last)
                                """)
                        .params(
                                id.value(),
                                organization,
                                id.type().code(),
                                id.series().value(),
                                first,
                                last)
                        .update();
    }

    /** Every series of the organization with what is wrong in it. */
    List<SeriesGaps> gaps(String organization) {
        return sql
                .sql(
                        """
                        select s.type, s.series, s.first, s.last, count(d.invoice_id)
                        from book_series s left join book_document d
                            on d.organization_id = s.organization_id and d.type = s.type and d.series = s.series
                        where s.organization_id = ? group by s.series_id order by s.type, s.series
                        """)
                .param(organization)
                .query(
                        (row, _) ->
                                new SeriesGaps(
                                        DocumentType.withCode(row.getString(1)),
                                        row.getString(2),
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getLong(5),
                                        List.of(),
                                        List.of()))
                .list()
                .stream()
                .map(series -> detailed(series, organization))
                .toList();
    }

    private SeriesGaps detailed(SeriesGaps series, String organization) {
        boolean complete = series.documents() == series.last() - series.first() + 1L;
        return new SeriesGaps(
                series.type(),
                series.series(),
                series.first(),
                series.last(),
                series.documents(),
                complete ? List.of() : ranges(missing(series, organization)),
                burnt(series, organization));
    }

    /**
     * How many numbers of a month are not accounted for. A number belongs to the month of the next
     * document of its series, which could not have come before it; behind the last document, to the
     * month of that; of a series without documents, to no month yet.
     */
    long missingIn(String organization, YearMonth month) {
        return sql.sql(
                        """
                        with told as (
                            select d.type, d.series, d.number, d.issue_date,
                                d.number - coalesce(lag(d.number) over run, s.first - 1) - 1 as before,
                                case when lead(d.number) over run is null then s.last - d.number else 0 end as behind
                            from book_document d join book_series s
                                on s.organization_id = d.organization_id and s.type = d.type and s.series = d.series
                            where d.organization_id = ?
                            window run as (partition by d.type, d.series order by d.number)
                        )
                        select coalesce(sum(greatest(before, 0) + greatest(behind, 0)), 0) from told
                        where issue_date between ? and ?
                        """)
                .params(organization, month.atDay(1), month.atEndOfMonth())
                .query(Long.class)
                .single();
    }

    private List<Integer> missing(SeriesGaps series, String organization) {
        return sql.sql(
                        """
                        select n from generate_series(?, ?) n
                        where not exists (select from book_document d
                            where d.organization_id = ? and d.type = ? and d.series = ? and d.number = n)
                        order by n limit 10000
                        """)
                .params(
                        series.first(),
                        series.last(),
                        organization,
                        series.type().code(),
                        series.series())
                .query(Integer.class)
                .list();
    }

    private List<Burnt> burnt(SeriesGaps series, String organization) {
        return sql.sql(
                        """
                        select d.number, d.invoice_id, r.invoice_id
                        from book_document d left join book_document r on r.replaces = d.invoice_id
                        where d.organization_id = ? and d.type = ? and d.series = ? and d.status = ?
                        order by d.number limit 10000
                        """)
                .params(
                        organization,
                        series.type().code(),
                        series.series(),
                        Standing.REJECTED.name())
                .query((row, _) -> new Burnt(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** 4, 5, 6, 9 as 4 to 6 and 9 to 9. */
    static List<Range> ranges(List<Integer> numbers) {
        var ranges = new ArrayList<Range>();
        for (int number : numbers) {
            if (!ranges.isEmpty() && ranges.getLast().to() == number - 1) {
                ranges.add(new Range(ranges.removeLast().from(), number));
            } else {
                ranges.add(new Range(number, number));
            }
        }
        return List.copyOf(ranges);
    }

    void clear() {
        sql.sql("delete from book_series").update();
    }
}
