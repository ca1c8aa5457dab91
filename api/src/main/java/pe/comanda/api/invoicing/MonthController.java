package pe.comanda.api.invoicing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.invoicing.BooksQuery.MonthBook;
import pe.comanda.domain.invoicing.BooksQuery.ShowMonth;
import pe.comanda.domain.invoicing.FiscalSettingsCommand.CloseMonth;
import pe.comanda.domain.invoicing.FiscalSettingsCommand.ReopenMonth;
import pe.comanda.domain.invoicing.FiscalSettingsId;

import java.time.Clock;
import java.time.YearMonth;
import java.util.concurrent.CompletableFuture;

/** Closes months of the books, and opens them again. */
@RestController
@RequestMapping("/api/v1/finance/months/{month}")
class MonthController {
    private final Queries queries;
    private final Commands commands;
    private final Clock clock;

    MonthController(Queries queries, Commands commands, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    /** With the figures that the books show now. */
    @PostMapping("/close")
    CompletableFuture<ResponseEntity<Done>> close(@PathVariable YearMonth month, Asking asking) {
        return Answers.done(
                queries.ask(new ShowMonth(month), MonthBook.class, asking)
                        .thenCompose(
                                book ->
                                        commands.send(
                                                new CloseMonth(
                                                        settings(asking),
                                                        month,
                                                        book.figures(),
                                                        clock.instant()),
                                                asking)));
    }

    @PostMapping("/reopen")
    CompletableFuture<ResponseEntity<Done>> reopen(
            @PathVariable YearMonth month,
            @Valid @RequestBody ReopenRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new ReopenMonth(settings(asking), month, request.reason(), clock.instant()),
                        asking));
    }

    private static FiscalSettingsId settings(Asking asking) {
        return FiscalSettingsId.of(asking.caller().organization());
    }

    record ReopenRequest(@NotNull String reason) {}
}
