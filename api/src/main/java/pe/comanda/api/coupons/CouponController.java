package pe.comanda.api.coupons;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

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
import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.coupons.CouponCommand;
import pe.comanda.domain.coupons.CouponCommand.*;
import pe.comanda.domain.coupons.CouponId;
import pe.comanda.domain.coupons.CouponQuery.*;
import pe.comanda.domain.coupons.CouponTerms;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tenancy.BranchId;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The coupons that a branch honours. Orders redeem them at {@code /orders/{order}/coupon}. */
@RestController
@RequestMapping("/api/v1/branches/{branch}/coupons")
class CouponController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;

    CouponController(Commands commands, Queries queries, Ids ids) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
    }

    @GetMapping
    CompletableFuture<CouponPage> list(
            @PathVariable String branch,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(
                new ListCoupons(active, cursor, limit), CouponPage.class, asking.inBranch(branch));
    }

    @GetMapping("/{coupon}")
    CompletableFuture<ResponseEntity<CouponDetails>> show(
            @PathVariable String branch, @PathVariable CouponId coupon, Asking asking) {
        return queries.ask(new FindCoupon(coupon), CouponDetails.class, asking.inBranch(branch))
                .thenApply(details -> Answers.versioned(details, details.coupon().version()));
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Done>> create(
            @PathVariable String branch, @Valid @RequestBody CouponRequest request, Asking asking) {
        var id = new CouponId(ids.orNew(request.coupon(), "coupon"));
        var command = new CreateCoupon(id, request.code(), request.terms().in(branch));
        return Answers.created(
                commands.send(command, asking.inBranch(branch)),
                "/api/v1/branches/" + branch + "/coupons/" + id);
    }

    @PostMapping("/{coupon}/terms")
    CompletableFuture<ResponseEntity<Done>> change(
            @PathVariable String branch,
            @PathVariable CouponId coupon,
            @Valid @RequestBody TermsRequest request,
            Asking asking) {
        return send(new ChangeCoupon(coupon, request.in(branch)), branch, asking);
    }

    @PostMapping("/{coupon}/deactivation")
    CompletableFuture<ResponseEntity<Done>> deactivate(
            @PathVariable String branch, @PathVariable CouponId coupon, Asking asking) {
        return send(new DeactivateCoupon(coupon), branch, asking);
    }

    @PostMapping("/{coupon}/reactivation")
    CompletableFuture<ResponseEntity<Done>> reactivate(
            @PathVariable String branch, @PathVariable CouponId coupon, Asking asking) {
        return send(new ReactivateCoupon(coupon), branch, asking);
    }

    private CompletableFuture<ResponseEntity<Done>> send(
            CouponCommand command, String branch, Asking asking) {
        return Answers.done(commands.send(command, asking.inBranch(branch)));
    }

    record CouponRequest(
            @Nullable String coupon,
            @NotNull CouponCode code,
            @NotNull @Valid TermsRequest terms) {}

    /**
     * @param benefit {@code {"kind":"PERCENTAGE","percent":"10"}}; the other kinds are
     *     FIXED_AMOUNT, FREE_ITEM, ITEM_DISCOUNT, CATEGORY_DISCOUNT and BUY_AND_GET
     * @param branches the ones that honour it; without them the branch of the route does, with an
     *     empty list every branch does
     */
    record TermsRequest(
            @NotBlank String name,
            @NotNull Benefit benefit,
            @Nullable Money minimum,
            @Nullable Money cap,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable @Size(max = 200) Set<BranchId> branches,
            @Nullable Integer uses,
            @Nullable Integer usesPerCustomer) {

        CouponTerms in(String branch) {
            return new CouponTerms(
                    name,
                    benefit,
                    minimum == null ? Money.ZERO : minimum,
                    cap,
                    from,
                    until,
                    branches == null ? Set.of(new BranchId(branch)) : branches,
                    uses,
                    usesPerCustomer);
        }
    }
}
