package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.MonthRule.DOCUMENT_OF_A_CLOSED_MONTH;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.FiscalSettingsCommand.CloseMonth;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;

/** Months that were declared: what SUNAT has of them is not voided any more. */
@Component
class ClosedMonths {
    private final JdbcClient sql;

    ClosedMonths(JdbcClient sql) {
        this.sql = sql;
    }

    void mustBeOpen(String organization, LocalDate issueDate) {
        var month = YearMonth.from(issueDate);
        DOCUMENT_OF_A_CLOSED_MONTH.require(!isClosed(organization, month), "month", month);
    }

    private boolean isClosed(String organization, YearMonth month) {
        return sql.sql(
                        """
                        select exists (select from closed_month where organization_id = ? and month = ?)
                        """)
                .params(organization, month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    /**
     * @param by who closes it
     */
    void close(String organization, CloseMonth command, String by) {
        var figures = command.figures();
        var _ =
                sql.sql(
                                """
                                insert into closed_month (organization_id, month, documents, base, igv, total,
                                    closed_at, closed_by) values (?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                organization,
                                command.month().atDay(1),
                                figures.documents(),
                                figures.base().value(),
                                figures.igv().value(),
                                figures.total().value(),
                                Timestamp.from(command.at()),
                                by)
                        .update();
    }

    void reopen(String organization, YearMonth month) {
        var _ =
                sql.sql("delete from closed_month where organization_id = ? and month = ?")
                        .params(organization, month.atDay(1))
                        .update();
    }
}
