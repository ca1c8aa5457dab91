package pe.comanda.api.ordering;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.ordering.OrderPaperQuery;
import pe.comanda.domain.ordering.OrderPaperQuery.Format;
import pe.comanda.domain.ordering.OrderPaperQuery.PrintBill;
import pe.comanda.domain.ordering.OrderPaperQuery.PrintKitchenTicket;
import pe.comanda.domain.ordering.OrderPaperQuery.PrintedOrder;

import java.util.concurrent.CompletableFuture;

/** Orders on paper, 80 mm wide. */
@RestController
@RequestMapping("/api/v1/orders/{order}")
class OrderPaperController {
    private final Queries queries;

    OrderPaperController(Queries queries) {
        this.queries = queries;
    }

    /**
     * For the kitchen.
     *
     * @param round absent for all of it
     * @param format PDF, or ESC_POS: bytes for a receipt printer
     */
    @GetMapping("/kitchen-ticket")
    CompletableFuture<ResponseEntity<byte[]>> kitchen(
            @PathVariable OrderId order,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestParam(defaultValue = "PDF") Format format,
            Asking asking) {
        return shown(new PrintKitchenTicket(order, round, format), format, asking);
    }

    /** For the guests, before they pay. */
    @GetMapping("/bill")
    CompletableFuture<ResponseEntity<byte[]>> bill(
            @PathVariable OrderId order,
            @RequestParam(defaultValue = "PDF") Format format,
            Asking asking) {
        return shown(new PrintBill(order, format), format, asking);
    }

    private CompletableFuture<ResponseEntity<byte[]>> shown(
            OrderPaperQuery<PrintedOrder> query, Format format, Asking asking) {
        return queries.ask(query, PrintedOrder.class, asking)
                .thenApply(
                        paper ->
                                ResponseEntity.ok()
                                        .contentType(typeOf(format))
                                        .eTag(String.valueOf(paper.version()))
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                ContentDisposition.inline()
                                                        .filename(paper.name())
                                                        .build()
                                                        .toString())
                                        .body(paper.content()));
    }

    private static MediaType typeOf(Format format) {
        return switch (format) {
            case PDF -> MediaType.APPLICATION_PDF;
            case ESC_POS -> MediaType.APPLICATION_OCTET_STREAM;
        };
    }
}
