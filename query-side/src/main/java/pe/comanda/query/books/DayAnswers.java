package pe.comanda.query.books;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.BooksQuery.DayMatch;
import pe.comanda.domain.invoicing.BooksQuery.MatchDay;
import pe.comanda.domain.invoicing.BooksQuery.MethodSum;
import pe.comanda.domain.invoicing.BooksQuery.Side;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.shared.Money;
import pe.comanda.query.books.Sold.Issued;
import pe.comanda.query.books.Sold.Paid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the three sides of a branch's day against each other. */
@Component
class DayAnswers {
    private static final String OF_THE_DAY =
            """
            order_id in (select order_id from book_order
                where organization_id = :organization and branch_id = :branch and business_day = :day)
            """;

    private final JdbcClient sql;

    DayAnswers(JdbcClient sql) {
        this.sql = sql;
    }

    @QueryHandler
    DayMatch answer(
            MatchDay query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        var sold = sold(organization, branch, query.day());
        var live = sold.stream().filter(it -> !it.isCancelled()).toList();
        var payments = sold.stream().flatMap(Sold::livePayments).toList();
        var documents = sold.stream().flatMap(Sold::liveDocuments).toList();
        return new DayMatch(
                query.day(),
                new Side(live.size(), Money.sum(live.stream().map(Sold::ordered).toList())),
                new Side(payments.size(), Money.sum(payments.stream().map(Paid::amount).toList())),
                new Side(
                        documents.size(),
                        Money.sum(documents.stream().map(Issued::payable).toList())),
                methods(payments),
                Money.sum(payments.stream().map(Paid::tip).toList()),
                sold.stream().map(Sold::difference).flatMap(Optional::stream).toList());
    }

    private static List<MethodSum> methods(List<Paid> payments) {
        var byMethod = payments.stream().collect(groupingBy(Paid::method));
        return Arrays.stream(PaymentMethod.values())
                .filter(byMethod::containsKey)
                .map(
                        method -> {
                            var taken = byMethod.getOrDefault(method, List.of());
                            return new MethodSum(
                                    method,
                                    taken.size(),
                                    Money.sum(taken.stream().map(Paid::amount).toList()));
                        })
                .toList();
    }

    private List<Sold> sold(String organization, String branch, LocalDate day) {
        var payments = payments(organization, branch, day);
        var documents = documents(organization, branch, day);
        return sql.sql(
                        """
                        select order_id, number, status, total, events from book_order
                        where organization_id = :organization and branch_id = :branch and business_day = :day
                        order by number
                        """)
                .param("organization", organization)
                .param("branch", branch)
                .param("day", day)
                .query(
                        (row, _) -> {
                            var order = row.getString(1);
                            return new Sold(
                                    order,
                                    row.getInt(2),
                                    day,
                                    row.getString(3),
                                    new Money(row.getBigDecimal(4)),
                                    payments.getOrDefault(order, List.of()),
                                    documents.getOrDefault(order, List.of()),
                                    texts(row, 5));
                        })
                .list();
    }

    private Map<String, List<Paid>> payments(String organization, String branch, LocalDate day) {
        record Of(String order, Paid payment) {}
        return sql
                .sql(
                        """
                        select order_id, payment_id, method, amount, rounding, tip, day, voided, events
                        from book_payment where\s"""
                                + OF_THE_DAY
                                + " order by at, payment_id")
                .param("organization", organization)
                .param("branch", branch)
                .param("day", day)
                .query(
                        (row, _) ->
                                new Of(
                                        row.getString(1),
                                        new Paid(
                                                row.getString(2),
                                                PaymentMethod.valueOf(row.getString(3)),
                                                new Money(row.getBigDecimal(4)),
                                                new Money(row.getBigDecimal(5)),
                                                new Money(row.getBigDecimal(6)),
                                                row.getObject(7, LocalDate.class),
                                                row.getBoolean(8),
                                                texts(row, 9))))
                .list()
                .stream()
                .collect(groupingBy(Of::order, mapping(Of::payment, toList())));
    }

    private Map<String, List<Issued>> documents(String organization, String branch, LocalDate day) {
        record Of(String order, Issued document) {}
        return sql
                .sql(
                        """
                        select order_id, invoice_id, case when type = :credit then -payable else payable end,
                            issue_date, status, due_date is not null, events
                        from book_document where\s"""
                                + OF_THE_DAY
                                + " order by issued_at, invoice_id")
                .param("credit", DocumentType.CREDIT_NOTE.code())
                .param("organization", organization)
                .param("branch", branch)
                .param("day", day)
                .query(
                        (row, _) ->
                                new Of(
                                        row.getString(1),
                                        new Issued(
                                                row.getString(2),
                                                new Money(row.getBigDecimal(3)),
                                                row.getObject(4, LocalDate.class),
                                                Standing.valueOf(row.getString(5)),
                                                row.getBoolean(6),
                                                texts(row, 7))))
                .list()
                .stream()
                .collect(groupingBy(Of::order, mapping(Of::document, toList())));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
