package pe.comanda.api.loyalty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.rewards.RewardCommand.*;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.rewards.RewardQuery.*;
import pe.comanda.domain.rewards.RewardTerms;
import pe.comanda.domain.tenancy.BranchId;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;

/** What points buy. Orders redeem it at {@code /orders/{order}/reward}. */
@RestController
@RequestMapping("/api/v1/loyalty/rewards")
class RewardController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;

    RewardController(Commands commands, Queries queries, Ids ids) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
    }

    @GetMapping
    CompletableFuture<RewardPage> list(
            @RequestParam(required = false) @Nullable Boolean offered,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(new ListRewards(offered, cursor, limit), RewardPage.class, asking);
    }

    @GetMapping("/{reward}")
    CompletableFuture<ResponseEntity<RewardDetails>> show(
            @PathVariable RewardId reward, Asking asking) {
        return queries.ask(new FindReward(reward), RewardDetails.class, asking)
                .thenApply(details -> Answers.versioned(details, details.reward().version()));
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Done>> offer(
            @Valid @RequestBody OfferRequest request, Asking asking) {
        var id = new RewardId(ids.orNew(request.reward(), "reward"));
        return Answers.created(
                commands.send(new OfferReward(id, request.terms().terms()), asking),
                "/api/v1/loyalty/rewards/" + id);
    }

    @PostMapping("/{reward}/terms")
    CompletableFuture<ResponseEntity<Done>> change(
            @PathVariable RewardId reward,
            @Valid @RequestBody RewardTermsRequest request,
            Asking asking) {
        return Answers.done(commands.send(new ChangeReward(reward, request.terms()), asking));
    }

    @PostMapping("/{reward}/withdrawal")
    CompletableFuture<ResponseEntity<Done>> withdraw(@PathVariable RewardId reward, Asking asking) {
        return Answers.done(commands.send(new WithdrawReward(reward), asking));
    }

    /** Offers a withdrawn one again. */
    @PostMapping("/{reward}/return")
    CompletableFuture<ResponseEntity<Done>> offerAgain(
            @PathVariable RewardId reward, Asking asking) {
        return Answers.done(commands.send(new OfferRewardAgain(reward), asking));
    }

    record OfferRequest(@Nullable String reward, @NotNull @Valid RewardTermsRequest terms) {}

    /**
     * @param points what it costs, 1 to 1,000,000
     * @param benefit {@code {"kind":"FIXED_AMOUNT","amount":"10.00"}}; the other kinds are
     *     PERCENTAGE and FREE_ITEM, which names a dish
     * @param branch where it is redeemed; without one everywhere. A dish is of one branch
     */
    record RewardTermsRequest(
            @NotBlank String name,
            int points,
            @NotNull Benefit benefit,
            @Nullable BranchId branch,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer stock,
            @Nullable Integer perCustomer) {
        RewardTerms terms() {
            return new RewardTerms(name, points, benefit, branch, from, until, stock, perCustomer);
        }
    }
}
