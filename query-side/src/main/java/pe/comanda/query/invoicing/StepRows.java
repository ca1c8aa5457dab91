package pe.comanda.query.invoicing;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import java.util.List;

/** Steps. */
interface StepRows extends JpaRepository<StepRow, StepRow.Key> {

    /** All steps of a document, oldest first. */
    @Query("select s from StepRow s where s.key.invoice = :invoice order by s.key.version")
    List<StepRow> of(String invoice);
}
