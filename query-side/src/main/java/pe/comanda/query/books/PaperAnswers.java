package pe.comanda.query.books;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.BooksQuery.DocumentDoor;
import pe.comanda.domain.invoicing.BooksQuery.FindOnPaper;

import java.util.Optional;

/** Finds documents for those who hold them in their hands. */
@Component
class PaperAnswers {
    private final JdbcClient sql;

    PaperAnswers(JdbcClient sql) {
        this.sql = sql;
    }

    /** Two organizations with one RUC cannot be: the newest document is the one on paper. */
    @QueryHandler
    Optional<DocumentDoor> answer(FindOnPaper query) {
        return sql.sql(
                        """
                        select invoice_id, organization_id, branch_id from book_document
                        where ruc = ? and type = ? and series = ? and number = ? and issue_date = ? and payable = ?
                        order by issued_at desc limit 1
                        """)
                .params(
                        query.ruc().value(),
                        query.type().code(),
                        query.number().series().value(),
                        query.number().number(),
                        query.date(),
                        query.total().value())
                .query(
                        (row, _) ->
                                new DocumentDoor(
                                        row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }
}
