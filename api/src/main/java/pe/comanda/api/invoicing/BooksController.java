package pe.comanda.api.invoicing;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.invoicing.BooksQuery.DayMatch;
import pe.comanda.domain.invoicing.BooksQuery.ExportFiles;
import pe.comanda.domain.invoicing.BooksQuery.ExportRegister;
import pe.comanda.domain.invoicing.BooksQuery.GapReport;
import pe.comanda.domain.invoicing.BooksQuery.MatchDay;
import pe.comanda.domain.invoicing.BooksQuery.MonthBook;
import pe.comanda.domain.invoicing.BooksQuery.RegisterFormat;
import pe.comanda.domain.invoicing.BooksQuery.ShowGaps;
import pe.comanda.domain.invoicing.BooksQuery.ShowMonth;
import pe.comanda.domain.invoicing.InvoiceQuery.StoredFile;
import pe.comanda.domain.invoicing.ProposalQuery.CompareProposal;
import pe.comanda.domain.invoicing.ProposalQuery.ProposalMatch;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.CompletableFuture;

/** The accountant's books: the day's match, the gaps, the month and its registers. */
@RestController
@RequestMapping("/api/v1")
class BooksController {
    private static final MediaType ZIP = new MediaType("application", "zip");
    private static final MediaType XLSX =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Queries queries;

    BooksController(Queries queries) {
        this.queries = queries;
    }

    /** Orders, payments and documents of a business day, and where they disagree. */
    @GetMapping("/branches/{branch}/finance/days/{day}")
    CompletableFuture<DayMatch> day(
            @PathVariable String branch, @PathVariable LocalDate day, Asking asking) {
        return queries.ask(new MatchDay(day), DayMatch.class, asking.inBranch(branch));
    }

    /** Missing and burnt numbers of every series. */
    @GetMapping("/finance/gaps")
    CompletableFuture<GapReport> gaps(Asking asking) {
        return queries.ask(new ShowGaps(), GapReport.class, asking);
    }

    @GetMapping("/finance/months/{month}")
    CompletableFuture<MonthBook> month(@PathVariable YearMonth month, Asking asking) {
        return queries.ask(new ShowMonth(month), MonthBook.class, asking);
    }

    /** The sales register: {@code RVIE}, {@code PLE}, {@code CSV} or {@code XLSX}. */
    @GetMapping("/finance/months/{month}/register")
    CompletableFuture<ResponseEntity<byte[]>> register(
            @PathVariable YearMonth month,
            @RequestParam(defaultValue = "RVIE") RegisterFormat format,
            Asking asking) {
        return queries.ask(new ExportRegister(month, format), StoredFile.class, asking)
                .thenApply(file -> Files.attached(file, typeOf(format)));
    }

    /** XML and CDR of the month's documents, a thousand documents a ZIP. */
    @GetMapping("/finance/months/{month}/files")
    CompletableFuture<ResponseEntity<byte[]>> files(
            @PathVariable YearMonth month,
            @RequestParam(defaultValue = "1") int part,
            Asking asking) {
        return queries.ask(new ExportFiles(month, part), StoredFile.class, asking)
                .thenApply(file -> Files.attached(file, ZIP));
    }

    /**
     * SUNAT's proposal of the register (SIRE), as it was downloaded: where it differs from ours,
     * document by document. A month of more than a megabyte is sent as the ZIP that it came in.
     */
    @PostMapping("/finance/months/{month}/proposal")
    CompletableFuture<ProposalMatch> proposal(
            @PathVariable YearMonth month, @RequestBody byte[] file, Asking asking) {
        return queries.ask(new CompareProposal(month, file), ProposalMatch.class, asking);
    }

    private static MediaType typeOf(RegisterFormat format) {
        return switch (format) {
            case RVIE, PLE -> new MediaType("text", "plain", StandardCharsets.UTF_8);
            case CSV -> new MediaType("text", "csv", StandardCharsets.UTF_8);
            case XLSX -> XLSX;
        };
    }
}
