package pe.comanda.api.invoicing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.security.Attempts;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.invoicing.BooksQuery.DocumentDoor;
import pe.comanda.domain.invoicing.BooksQuery.FindOnPaper;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FinanceQuery.PrintInvoice;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;
import pe.comanda.domain.invoicing.InvoiceQuery.FindInvoice;
import pe.comanda.domain.invoicing.InvoiceQuery.InvoiceView;
import pe.comanda.domain.invoicing.InvoiceQuery.ReadFile;
import pe.comanda.domain.invoicing.InvoiceQuery.StoredFile;
import pe.comanda.domain.invoicing.InvoiceStatus;
import pe.comanda.domain.invoicing.Paper;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.Series;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Query;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Where buyers look a document up (RS 097-2012, art. 15: a year at least). All that stands on the
 * paper has to be given, and whoever is wrong learns nothing; tries are limited per address and per
 * document, so that the total cannot be found by trying.
 */
@RestController
@RequestMapping("/api/v1/public/documents")
class PublicDocumentController {
    private final Queries queries;
    private final Attempts perAddress;
    private final Attempts perDocument;

    PublicDocumentController(Queries queries, Clock clock) {
        this.queries = queries;
        this.perAddress = new Attempts(60, Duration.ofMinutes(10), clock);
        this.perDocument = new Attempts(20, Duration.ofHours(1), clock);
    }

    /**
     * What stands on the paper.
     *
     * @param type catalogue 01: {@code 01} factura, {@code 03} boleta, {@code 07} and {@code 08}
     *     notes
     * @param date of issue
     * @param total what is payable
     */
    record OnPaper(
            @NotNull Ruc ruc,
            @NotNull @Pattern(regexp = "01|03|07|08") String type,
            @NotNull Series series,
            @NotNull @Min(1) @Max(DocumentNumber.LAST) Integer number,
            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @NotNull @Digits(integer = 9, fraction = 2) BigDecimal total) {
        FindOnPaper query() {
            return new FindOnPaper(
                    ruc,
                    DocumentType.withCode(type),
                    new DocumentNumber(series, number),
                    date,
                    new Money(total));
        }

        String document() {
            return ruc + "-" + type + "-" + series + "-" + number;
        }
    }

    /** What a buyer is told; the lines are in the files. */
    record FoundDocument(
            String issuer,
            String ruc,
            DocumentType type,
            String number,
            LocalDate date,
            String currency,
            Money total,
            Standing status,
            String digest) {}

    /** How it stands with SUNAT, as far as it concerns a buyer. */
    enum Standing {
        /** Issued; SUNAT's word is on its way. */
        ISSUED,
        ACCEPTED,
        REJECTED,
        VOIDED;

        static Standing of(InvoiceStatus status) {
            return switch (status) {
                case ACCEPTED, OBSERVED, VOIDING -> ACCEPTED;
                case REJECTED -> REJECTED;
                case VOIDED -> VOIDED;
                case ISSUED, SIGNED, SENDING, ASKING, WAITING, UNCERTAIN, PARKED, IN_SUMMARY ->
                        ISSUED;
            };
        }
    }

    @GetMapping
    CompletableFuture<FoundDocument> show(@Valid @ModelAttribute OnPaper paper, Asking asking) {
        return behind(paper, asking, FindInvoice::new, InvoiceView.class)
                .thenApply(view -> told(view, paper.date()));
    }

    @GetMapping("/pdf")
    CompletableFuture<ResponseEntity<byte[]>> pdf(
            @Valid @ModelAttribute OnPaper paper,
            @RequestParam(defaultValue = "A4") Paper format,
            Asking asking) {
        return behind(paper, asking, invoice -> new PrintInvoice(invoice, format), StoredFile.class)
                .thenApply(file -> Files.shown(file, Files.typeOf(format)));
    }

    @GetMapping("/xml")
    CompletableFuture<ResponseEntity<byte[]>> xml(
            @Valid @ModelAttribute OnPaper paper, Asking asking) {
        return behind(
                        paper,
                        asking,
                        invoice -> new ReadFile(invoice, FileKind.XML),
                        StoredFile.class)
                .thenApply(file -> Files.attached(file, MediaType.APPLICATION_XML));
    }

    private <V> CompletableFuture<V> behind(
            OnPaper paper, Asking asking, Function<InvoiceId, Query<V>> question, Class<V> answer) {
        perDocument.take(paper.document());
        perAddress.take(asking.caller().address());
        return queries.ask(paper.query(), DocumentDoor.class, asking.byTheDoor("", null))
                .thenCompose(
                        door -> {
                            // Whoever was right was not trying.
                            perDocument.giveBack(paper.document());
                            return queries.ask(
                                    question.apply(new InvoiceId(door.invoice())),
                                    answer,
                                    asking.byTheDoor(door.organization(), door.branch()));
                        });
    }

    private static FoundDocument told(InvoiceView view, LocalDate date) {
        var summary = view.summary();
        return new FoundDocument(
                view.issuer().legalName(),
                view.issuer().ruc().value(),
                summary.type(),
                summary.number(),
                date,
                summary.currency(),
                summary.payable(),
                Standing.of(summary.status()),
                view.digest());
    }
}
