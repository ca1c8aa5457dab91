package pe.comanda.api.loyalty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.loyalty.LoyaltyProgramId;
import pe.comanda.domain.loyalty.LoyaltyQuery.ProgramView;
import pe.comanda.domain.loyalty.LoyaltyQuery.ShowProgram;
import pe.comanda.domain.loyalty.ProgramTerms;
import pe.comanda.domain.loyalty.SetProgram;
import pe.comanda.domain.loyalty.Tier;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How one's own organization rewards its customers. */
@RestController
@RequestMapping("/api/v1/loyalty/program")
class ProgramController {
    private final Commands commands;
    private final Queries queries;

    ProgramController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @GetMapping
    CompletableFuture<ResponseEntity<ProgramView>> show(Asking asking) {
        return queries.ask(new ShowProgram(), ProgramView.class, asking)
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    @PutMapping
    CompletableFuture<ResponseEntity<Done>> set(
            @Valid @RequestBody ProgramRequest request, Asking asking) {
        var program = LoyaltyProgramId.of(asking.caller().organization());
        return Answers.done(commands.send(new SetProgram(program, request.terms()), asking));
    }

    /** Tiers from zero lifetime points upwards. */
    record ProgramRequest(
            int pointsPerSol,
            @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid TierRequest> tiers) {
        ProgramTerms terms() {
            return new ProgramTerms(
                    pointsPerSol,
                    tiers.stream()
                            .map(tier -> new Tier(tier.name(), tier.from(), tier.multiplier()))
                            .toList());
        }
    }

    record TierRequest(@NotNull String name, int from, @NotNull BigDecimal multiplier) {}
}
