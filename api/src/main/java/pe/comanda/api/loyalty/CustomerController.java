package pe.comanda.api.loyalty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand.AdjustPoints;
import pe.comanda.domain.loyalty.LoyaltyCommand.RedeemPoints;
import pe.comanda.domain.loyalty.LoyaltyQuery.PointsView;
import pe.comanda.domain.loyalty.LoyaltyQuery.ShowPoints;
import pe.comanda.domain.loyalty.RegisterCustomer;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** Customers, and the points they earn and spend. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;
    private final Clock clock;

    CustomerController(Commands commands, Queries queries, Ids ids, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Done>> register(
            @Valid @RequestBody CustomerRequest request, Asking asking) {
        var customer = new CustomerId(ids.orNew(request.customer(), "customer"));
        return Answers.created(
                commands.send(
                        new RegisterCustomer(
                                customer, request.name(), request.phone(), request.email()),
                        asking),
                "/api/v1/customers/" + customer + "/points");
    }

    @GetMapping("/{customer}/points")
    CompletableFuture<ResponseEntity<PointsView>> points(
            @PathVariable CustomerId customer, Asking asking) {
        return queries.ask(new ShowPoints(customer), PointsView.class, asking)
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    @PostMapping("/{customer}/points/redemptions")
    CompletableFuture<ResponseEntity<Done>> redeem(
            @PathVariable CustomerId customer,
            @Valid @RequestBody RedemptionRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new RedeemPoints(
                                account(customer),
                                request.points(),
                                request.what(),
                                clock.instant()),
                        asking));
    }

    @PostMapping("/{customer}/points/adjustments")
    CompletableFuture<ResponseEntity<Done>> adjust(
            @PathVariable CustomerId customer,
            @Valid @RequestBody AdjustmentRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new AdjustPoints(
                                account(customer),
                                request.points(),
                                request.reason(),
                                clock.instant()),
                        asking));
    }

    private static LoyaltyAccountId account(CustomerId customer) {
        return new LoyaltyAccountId("points-" + customer.value().substring("customer-".length()));
    }

    record CustomerRequest(
            @Nullable String customer,
            @NotBlank String name,
            @Nullable String phone,
            @Nullable String email) {}

    record RedemptionRequest(int points, @NotBlank String what) {}

    record AdjustmentRequest(int points, @NotBlank String reason) {}
}
