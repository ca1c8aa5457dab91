package pe.comanda.api.invoicing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.invoicing.SummaryCommand.RetrySummary;
import pe.comanda.domain.invoicing.SummaryId;
import pe.comanda.domain.invoicing.SummaryQuery.ListSummaries;
import pe.comanda.domain.invoicing.SummaryQuery.SummaryPage;

import java.util.concurrent.CompletableFuture;

/** Daily summaries and notices of voiding: they are made and sent by themselves. */
@RestController
@RequestMapping("/api/v1/summaries")
class SummaryController {
    private final Commands commands;
    private final Queries queries;

    SummaryController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** Files of voids and late boletas, newest first. */
    @GetMapping
    CompletableFuture<SummaryPage> summaries(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(new ListSummaries(cursor, limit), SummaryPage.class, asking);
    }

    /** Takes a parked file of voids or late boletas up again. */
    @PostMapping("/{summary}/retry")
    CompletableFuture<ResponseEntity<Done>> retry(
            @PathVariable SummaryId summary,
            @Valid @RequestBody ReasonRequest request,
            Asking asking) {
        return Answers.done(commands.send(new RetrySummary(summary, request.reason()), asking));
    }

    record ReasonRequest(@NotNull String reason) {}
}
