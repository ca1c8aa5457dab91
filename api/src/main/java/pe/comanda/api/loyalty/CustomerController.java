package pe.comanda.api.loyalty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
import pe.comanda.domain.loyalty.CustomerCommand.*;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand.AdjustPoints;
import pe.comanda.domain.loyalty.LoyaltyCommand.RedeemPoints;
import pe.comanda.domain.loyalty.LoyaltyQuery.*;
import pe.comanda.domain.loyalty.PersonalData;

import java.time.Clock;
import java.time.LocalDate;
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
                commands.send(new RegisterCustomer(customer, request.data()), asking),
                "/api/v1/customers/" + customer);
    }

    /** By exact phone number or e-mail address; in the body, because addresses end up in logs. */
    @PostMapping("/search")
    CompletableFuture<ResponseEntity<CustomerView>> search(
            @Valid @RequestBody SearchRequest request, Asking asking) {
        return queries.ask(
                        new SearchCustomer(text(request.phone()), text(request.email())),
                        CustomerView.class,
                        asking)
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    @GetMapping("/{customer}")
    CompletableFuture<ResponseEntity<CustomerView>> show(
            @PathVariable CustomerId customer, Asking asking) {
        return queries.ask(new FindCustomer(customer), CustomerView.class, asking)
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    @PutMapping("/{customer}")
    CompletableFuture<ResponseEntity<Done>> change(
            @PathVariable CustomerId customer,
            @Valid @RequestBody CustomerRequest request,
            Asking asking) {
        return Answers.done(commands.send(new ChangeCustomer(customer, request.data()), asking));
    }

    /** Forgets the person for good. The points account stays, nobody's. */
    @DeleteMapping("/{customer}")
    CompletableFuture<ResponseEntity<Done>> forget(
            @PathVariable CustomerId customer, Asking asking) {
        return Answers.done(commands.send(new ForgetCustomer(customer), asking));
    }

    @GetMapping("/{customer}/points")
    CompletableFuture<ResponseEntity<PointsView>> points(
            @PathVariable CustomerId customer, Asking asking) {
        return queries.ask(new ShowPoints(customer), PointsView.class, asking)
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    @GetMapping("/{customer}/points/movements")
    CompletableFuture<LedgerPage> movements(
            @PathVariable CustomerId customer,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(new ListMovements(customer, cursor, limit), LedgerPage.class, asking);
    }

    @PostMapping("/{customer}/points/redemptions")
    CompletableFuture<ResponseEntity<Done>> redeem(
            @PathVariable CustomerId customer,
            @Valid @RequestBody RedemptionRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new RedeemPoints(
                                LoyaltyAccountId.of(customer),
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
                                LoyaltyAccountId.of(customer),
                                request.points(),
                                request.reason(),
                                clock.instant()),
                        asking));
    }

    /** A phone number or an e-mail address, or both, at least one of them. */
    record CustomerRequest(
            @Nullable String customer,
            @NotBlank String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable LocalDate birthday) {
        PersonalData data() {
            return new PersonalData(name, text(phone), text(email), birthday);
        }

        @Override
        public String toString() {
            return "CustomerRequest[not shown]";
        }
    }

    record SearchRequest(@Nullable String phone, @Nullable String email) {}

    record RedemptionRequest(int points, @NotBlank String what) {}

    record AdjustmentRequest(int points, @NotBlank String reason) {}

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
