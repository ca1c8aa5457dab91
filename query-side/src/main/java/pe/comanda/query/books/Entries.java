package pe.comanda.query.books;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.PersonVault;
import pe.comanda.domain.shared.Sealed;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Reads the sales register of a month: every document that exists fiscally. What was rejected does
 * not; its number is in the report of gaps.
 */
@Component
class Entries {
    /** How registers name nobody in particular. */
    private static final String NOBODY = "0";

    private static final String NO_NUMBER = "00000000";

    private final JdbcClient sql;
    private final PersonVault vault;
    private final JsonMapper json;

    Entries(JdbcClient sql, PersonVault vault, JsonMapper json) {
        this.sql = sql;
        this.vault = vault;
        this.json = json;
    }

    List<Entry> of(String organization, YearMonth month) {
        return sql.sql(
                        """
                        select d.*, o.issue_date as corrected_date
                        from book_document d left join book_document o
                            on o.organization_id = d.organization_id and o.type = d.corrected_type
                                and o.series = d.corrected_series and o.number = d.corrected_number
                        where d.organization_id = ? and d.issue_date between ? and ? and d.status <> ?
                        order by d.issue_date, d.type, d.series, d.number
                        """)
                .params(
                        organization,
                        month.atDay(1),
                        month.atEndOfMonth(),
                        Standing.REJECTED.name())
                .query((row, _) -> entry(row))
                .list();
    }

    private Entry entry(ResultSet row) throws SQLException {
        var standing = Standing.valueOf(row.getString("status"));
        boolean takesBack = row.getString("type").equals(DocumentType.CREDIT_NOTE.code());
        var sign = new Sign(standing == Standing.VOIDED ? 0 : takesBack ? -1 : 1);
        var buyer = buyer(row);
        var others =
                new Money(
                        row.getBigDecimal("charges")
                                .subtract(row.getBigDecimal("allowances"))
                                .add(row.getBigDecimal("rounding")));
        return new Entry(
                row.getString("invoice_id"),
                standing,
                row.getString("ruc"),
                row.getString("legal_name"),
                row.getString("type"),
                row.getString("series"),
                row.getInt("number"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                row.getString("currency"),
                buyer == null || !buyer.isIdentified() ? NOBODY : buyer.document().type().code(),
                buyer == null || !buyer.isIdentified() ? NO_NUMBER : buyer.document().number(),
                buyer == null ? "DATOS ELIMINADOS" : buyer.name(),
                sign.of(row, "taxed"),
                sign.of(row, "exonerated"),
                sign.of(row, "not_subject"),
                sign.of(row, "free"),
                sign.of(row, "igv"),
                sign.of(row, "icbper"),
                others.times(sign.factor()),
                sign.of(row, "payable"),
                corrected(row),
                row.getString("correction"));
    }

    private record Sign(int factor) {
        Money of(ResultSet row, String column) throws SQLException {
            return new Money(row.getBigDecimal(column)).times(factor);
        }
    }

    private static Entry.@Nullable Corrected corrected(ResultSet row) throws SQLException {
        var type = row.getString("corrected_type");
        return type == null
                ? null
                : new Entry.Corrected(
                        row.getObject("corrected_date", LocalDate.class),
                        type,
                        row.getString("corrected_series"),
                        row.getInt("corrected_number"));
    }

    private @Nullable Buyer buyer(ResultSet row) throws SQLException {
        return BuyerDocumentType.valueOf(row.getString("buyer_type")) == BuyerDocumentType.NONE
                ? Buyer.ANONYMOUS
                : vault.open(row.getString("organization_id"), new Sealed(row.getString("buyer")))
                        .map(text -> json.readValue(text, Buyer.class))
                        .orElse(null);
    }
}
