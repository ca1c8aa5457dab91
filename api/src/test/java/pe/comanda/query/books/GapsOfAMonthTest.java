package pe.comanda.query.books;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;

import java.time.YearMonth;
import java.util.stream.Stream;

/** A number that is not accounted for keeps its own month open, and no other. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class GapsOfAMonthTest {
    private static final String ORGANIZATION = "org-gaps";

    @Autowired private BookSeries books;
    @Autowired private JdbcTemplate sql;

    @BeforeEach
    @AfterEach
    void none() {
        Stream.of("book_document", "book_series")
                .forEach(
                        table ->
                                write(
                                        "delete from %s where organization_id = '%s'"
                                                .formatted(table, ORGANIZATION)));
    }

    @Test
    void a_gap_is_of_the_month_of_the_document_behind_it() {
        series("F001", 9);
        documents("F001", "2026-05-30", 1, 2);
        documents("F001", "2026-06-02", 5, 6);
        documents("F001", "2026-07-01", 7, 8, 9);
        assertThat(missingIn("2026-05")).isZero();
        assertThat(missingIn("2026-06")).as("3 and 4").isEqualTo(2);
        assertThat(missingIn("2026-07")).isZero();
    }

    @Test
    void before_the_first_document_and_behind_the_last_too() {
        series("F001", 5);
        documents("F001", "2026-05-30", 2);
        documents("F001", "2026-06-02", 3);
        series("B001", 1);
        documents("B001", "2026-07-02", 1);
        assertThat(missingIn("2026-05")).as("1").isEqualTo(1);
        assertThat(missingIn("2026-06")).as("4 and 5").isEqualTo(2);
        assertThat(missingIn("2026-07")).isZero();
    }

    private long missingIn(String month) {
        try {
            return TenantScope.call(
                    ORGANIZATION, () -> books.missingIn(ORGANIZATION, YearMonth.parse(month)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void series(String series, int last) {
        write(
                "insert into book_series values (gen_random_uuid()::text, '%s', '01', '%s', 1, %d)"
                        .formatted(ORGANIZATION, series, last));
    }

    private void documents(String series, String day, int... numbers) {
        for (int number : numbers) {
            write(
                    """
                    insert into book_document (invoice_id, organization_id, branch_id, order_id, ruc, legal_name,
                        type, series, number, issued_at, issue_date, currency, rate, buyer_type, buyer, taxed,
                        exonerated, not_subject, free, igv, icbper, allowances, charges, rounding, payable,
                        correction, status, events)
                    values (gen_random_uuid()::text, '%s', 'branch-1', 'order-1', '20100066603', 'La Huaca', '01',
                        '%s', %d, now(), date '%s', 'PEN', 0.18, 'NONE', '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '',
                        'ACCEPTED', '{}')"""
                            .formatted(ORGANIZATION, series, number, day));
        }
    }

    private void write(String statement) {
        TenantScope.run(
                TenantScope.ALL,
                () -> {
                    var _ = sql.update(statement);
                });
    }
}
