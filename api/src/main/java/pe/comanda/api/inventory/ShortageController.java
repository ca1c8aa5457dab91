package pe.comanda.api.inventory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
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
import pe.comanda.domain.inventory.DeductionId;
import pe.comanda.domain.inventory.InventoryQuery.*;
import pe.comanda.domain.inventory.StockDeductionCommand.*;
import pe.comanda.domain.ordering.OrderId;

import java.util.concurrent.CompletableFuture;

/**
 * What orders took from stock, and the shortages on which staff decide. To take a dish off, cancel
 * its line: the rest is taken by itself.
 */
@RestController
@RequestMapping("/api/v1/branches/{branch}")
class ShortageController {
    private final Commands commands;
    private final Queries queries;

    ShortageController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @GetMapping("/inventory/shortages")
    CompletableFuture<DeductionPage> list(
            @PathVariable String branch,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(
                new ListShortages(cursor, limit), DeductionPage.class, asking.inBranch(branch));
    }

    @GetMapping("/orders/{order}/stock")
    CompletableFuture<DeductionList> ofOrder(
            @PathVariable String branch, @PathVariable OrderId order, Asking asking) {
        return queries.ask(new ListDeductions(order), DeductionList.class, asking.inBranch(branch));
    }

    @PostMapping("/inventory/shortages/{deduction}/decision")
    CompletableFuture<ResponseEntity<Done>> decide(
            @PathVariable String branch,
            @PathVariable DeductionId deduction,
            @Valid @RequestBody DecisionRequest request,
            Asking asking) {
        var reason = request.reason() == null ? "" : request.reason();
        var command =
                switch (request.decision()) {
                    case TAKE_ANYWAY -> new ConfirmShortage(deduction, reason);
                    case TAKE_NOTHING -> new ReleaseShortage(deduction, reason);
                    case LOOK_AGAIN -> new RetryDeduction(deduction);
                };
        return Answers.done(commands.send(command, asking.inBranch(branch)));
    }

    /** What staff decide on a shortage. */
    enum Decision {
        /** It is cooked all the same: the balance falls below zero. Needs a reason. */
        TAKE_ANYWAY,
        /** Nothing is taken: somebody counts later. Needs a reason. */
        TAKE_NOTHING,
        /** There is stock again. */
        LOOK_AGAIN
    }

    record DecisionRequest(@NotNull Decision decision, @Nullable String reason) {}
}
