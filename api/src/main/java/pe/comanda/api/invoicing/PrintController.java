package pe.comanda.api.invoicing;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.invoicing.FinanceQuery.PrintInvoice;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.InvoiceQuery.StoredFile;
import pe.comanda.domain.invoicing.Paper;

import java.util.concurrent.CompletableFuture;

/** Documents on paper. */
@RestController
@RequestMapping("/api/v1")
class PrintController {
    private final Queries queries;

    PrintController(Queries queries) {
        this.queries = queries;
    }

    /** The printed form, made from the facts each time it is asked for. */
    @GetMapping("/invoices/{invoice}/pdf")
    CompletableFuture<ResponseEntity<byte[]>> pdf(
            @PathVariable InvoiceId invoice,
            @RequestParam(defaultValue = "A4") Paper format,
            Asking asking) {
        return queries.ask(new PrintInvoice(invoice, format), StoredFile.class, asking)
                .thenApply(file -> Files.shown(file, Files.typeOf(format)));
    }
}
