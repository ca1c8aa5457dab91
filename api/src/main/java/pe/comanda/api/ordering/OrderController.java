package pe.comanda.api.ordering;

import jakarta.validation.Valid;
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
import pe.comanda.domain.access.Role;
import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.LineStatus;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.ordering.OrderQuery.*;
import pe.comanda.domain.ordering.OrderQuery.FindOwnOrder;
import pe.comanda.domain.ordering.OrderStatus;
import pe.comanda.domain.ordering.OrderType;
import pe.comanda.domain.ordering.OrderView;
import pe.comanda.domain.ordering.RequestedLine;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.shared.Money;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Orders: placed, confirmed, cooked, served, paid. Every route is one intent. */
@RestController
@RequestMapping("/api/v1")
class OrderController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;

    OrderController(Commands commands, Queries queries, Ids ids) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
    }

    @PostMapping("/branches/{branch}/orders")
    CompletableFuture<ResponseEntity<Done>> place(
            @PathVariable String branch,
            @Valid @RequestBody PlaceOrderRequest request,
            Asking asking) {
        var order = new OrderId(ids.orNew(request.order(), "order"));
        var command =
                new PlaceOrder(
                        order,
                        request.type(),
                        request.session(),
                        request.customer(),
                        lines(request.lines()),
                        text(request.note()));
        return Answers.created(
                commands.send(command, asking.inBranch(branch)), "/api/v1/orders/" + order);
    }

    @GetMapping("/branches/{branch}/orders")
    CompletableFuture<OrderPage> list(
            @PathVariable String branch,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(
                new ListOrders(status, cursor, limit), OrderPage.class, asking.inBranch(branch));
    }

    @GetMapping("/orders/{order}")
    CompletableFuture<ResponseEntity<OrderView>> show(@PathVariable OrderId order, Asking asking) {
        var query =
                asking.caller().role() == Role.CUSTOMER
                        ? new FindOwnOrder(order)
                        : new FindOrder(order);
        return queries.ask(query, OrderView.class, asking)
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    /** Each step with its moment, who took it, and how the order stood then. */
    @GetMapping("/orders/{order}/steps")
    CompletableFuture<OrderSteps> steps(@PathVariable OrderId order, Asking asking) {
        return queries.ask(new ShowOrderSteps(order), OrderSteps.class, asking);
    }

    @PostMapping("/orders/{order}/rounds")
    CompletableFuture<ResponseEntity<Done>> add(
            @PathVariable OrderId order,
            @Valid @RequestBody AddRoundRequest request,
            Asking asking) {
        return Answers.done(commands.send(new AddRound(order, lines(request.lines())), asking));
    }

    @PostMapping("/orders/{order}/customer")
    CompletableFuture<ResponseEntity<Done>> attach(
            @PathVariable OrderId order,
            @Valid @RequestBody AttachCustomerRequest request,
            Asking asking) {
        return Answers.done(commands.send(new AttachCustomer(order, request.customer()), asking));
    }

    @PostMapping("/orders/{order}/confirmation")
    CompletableFuture<ResponseEntity<Done>> confirm(@PathVariable OrderId order, Asking asking) {
        return Answers.done(commands.send(new ConfirmOrder(order), asking));
    }

    @PostMapping("/orders/{order}/moves")
    CompletableFuture<ResponseEntity<Done>> move(
            @PathVariable OrderId order, @Valid @RequestBody MoveRequest request, Asking asking) {
        var lines = request.lines() == null ? List.<LineId>of() : request.lines();
        return Answers.done(commands.send(new MoveLines(order, lines, request.to()), asking));
    }

    @PostMapping("/orders/{order}/lines/{line}/cancellation")
    CompletableFuture<ResponseEntity<Done>> cancelLine(
            @PathVariable OrderId order,
            @PathVariable LineId line,
            @Valid @RequestBody ReasonRequest request,
            Asking asking) {
        return Answers.done(commands.send(new CancelLine(order, line, request.reason()), asking));
    }

    @PostMapping("/orders/{order}/cancellation")
    CompletableFuture<ResponseEntity<Done>> cancel(
            @PathVariable OrderId order, @Valid @RequestBody ReasonRequest request, Asking asking) {
        return Answers.done(commands.send(new CancelOrder(order, request.reason()), asking));
    }

    @PostMapping("/orders/{order}/discount")
    CompletableFuture<ResponseEntity<Done>> discount(
            @PathVariable OrderId order,
            @Valid @RequestBody DiscountRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new GrantDiscount(order, request.amount(), request.reason()), asking));
    }

    /** What bringing it costs, tax included; in place of an earlier fee. */
    @PostMapping("/orders/{order}/delivery-fee")
    CompletableFuture<ResponseEntity<Done>> deliver(
            @PathVariable OrderId order,
            @Valid @RequestBody DeliveryFeeRequest request,
            Asking asking) {
        return Answers.done(commands.send(new SetDeliveryFee(order, request.fee()), asking));
    }

    @PostMapping("/orders/{order}/coupon")
    CompletableFuture<ResponseEntity<Done>> applyCoupon(
            @PathVariable OrderId order, @Valid @RequestBody CouponRequest request, Asking asking) {
        return Answers.done(commands.send(new ApplyCoupon(order, request.code()), asking));
    }

    @PostMapping("/orders/{order}/coupon/removal")
    CompletableFuture<ResponseEntity<Done>> removeCoupon(
            @PathVariable OrderId order, Asking asking) {
        return Answers.done(commands.send(new RemoveCoupon(order), asking));
    }

    /** Paid with the points of the customer that the order names. */
    @PostMapping("/orders/{order}/reward")
    CompletableFuture<ResponseEntity<Done>> applyReward(
            @PathVariable OrderId order, @Valid @RequestBody RewardRequest request, Asking asking) {
        return Answers.done(commands.send(new ApplyReward(order, request.reward()), asking));
    }

    @PostMapping("/orders/{order}/reward/removal")
    CompletableFuture<ResponseEntity<Done>> removeReward(
            @PathVariable OrderId order, Asking asking) {
        return Answers.done(commands.send(new RemoveReward(order), asking));
    }

    @PostMapping("/orders/{order}/payments")
    CompletableFuture<ResponseEntity<Done>> pay(
            @PathVariable OrderId order,
            @Valid @RequestBody PaymentRequest request,
            Asking asking) {
        var command =
                new TakePayment(
                        order,
                        new PaymentId(ids.orNew(request.payment(), "payment")),
                        request.method(),
                        request.amount(),
                        request.tip() == null ? Money.ZERO : request.tip(),
                        request.tendered(),
                        text(request.reference()),
                        request.lines() == null ? List.of() : request.lines());
        return Answers.done(commands.send(command, asking));
    }

    @PostMapping("/orders/{order}/payments/{payment}/void")
    CompletableFuture<ResponseEntity<Done>> voidPayment(
            @PathVariable OrderId order,
            @PathVariable PaymentId payment,
            @Valid @RequestBody ReasonRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(new VoidPayment(order, payment, request.reason()), asking));
    }

    record PlaceOrderRequest(
            @Nullable String order,
            @NotNull OrderType type,
            @Nullable TableSessionId session,
            @Nullable CustomerId customer,
            @NotNull @Size(min = 1, max = 60) List<@Valid LineRequest> lines,
            @Nullable String note) {}

    record AddRoundRequest(@NotNull @Size(min = 1, max = 60) List<@Valid LineRequest> lines) {}

    /**
     * @param quantity 1 to 99; how absurd values are refused is the order's business
     */
    record LineRequest(
            @Nullable String line,
            @NotNull MenuItemId dish,
            int quantity,
            @Nullable List<OptionId> options,
            @Nullable String note) {}

    record AttachCustomerRequest(@NotNull CustomerId customer) {}

    record MoveRequest(@Nullable List<LineId> lines, @NotNull LineStatus to) {}

    record ReasonRequest(@NotNull String reason) {}

    record CouponRequest(@NotNull CouponCode code) {}

    record RewardRequest(@NotNull RewardId reward) {}

    record DeliveryFeeRequest(@NotNull Money fee) {}

    record DiscountRequest(@NotNull Money amount, @NotNull String reason) {}

    /**
     * Amounts in soles. Without an amount the payment settles all that is due, or the price of the
     * named lines.
     */
    record PaymentRequest(
            @Nullable String payment,
            @NotNull PaymentMethod method,
            @Nullable Money amount,
            @Nullable Money tip,
            @Nullable Money tendered,
            @Nullable String reference,
            @Nullable List<LineId> lines) {}

    private List<RequestedLine> lines(List<LineRequest> lines) {
        return lines.stream()
                .map(
                        line ->
                                new RequestedLine(
                                        new LineId(ids.orNew(line.line(), "line")),
                                        line.dish(),
                                        line.quantity(),
                                        line.options() == null ? List.of() : line.options(),
                                        text(line.note())))
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
