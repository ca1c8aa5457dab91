package pe.comanda.api.inventory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
import pe.comanda.domain.inventory.InventoryCommand.*;
import pe.comanda.domain.inventory.InventoryQuery.*;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.inventory.StockItemView;
import pe.comanda.domain.inventory.StockLevel;
import pe.comanda.domain.inventory.Unit;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.shared.Quantity;

import java.util.concurrent.CompletableFuture;

/** Stock items: registered, bought, wasted, counted. */
@RestController
@RequestMapping("/api/v1/branches/{branch}/inventory/items")
class StockController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;

    StockController(Commands commands, Queries queries, Ids ids) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Done>> register(
            @PathVariable String branch,
            @Valid @RequestBody RegisterRequest request,
            Asking asking) {
        var item = new StockItemId(ids.orNew(request.item(), "stock"));
        var command =
                new RegisterItem(
                        item,
                        request.name(),
                        request.unit(),
                        text(request.category()),
                        orZero(request.minimum()),
                        request.cost() == null ? UnitCost.ZERO : request.cost(),
                        orZero(request.opening()));
        return Answers.created(
                commands.send(command, asking.inBranch(branch)),
                "/api/v1/branches/" + branch + "/inventory/items/" + item);
    }

    @GetMapping
    CompletableFuture<StockPage> list(
            @PathVariable String branch,
            @RequestParam(required = false) @Nullable StockLevel level,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Asking asking) {
        return queries.ask(
                new ListStock(level, category, cursor, limit),
                StockPage.class,
                asking.inBranch(branch));
    }

    @GetMapping("/{item}")
    CompletableFuture<ResponseEntity<StockItemView>> show(
            @PathVariable String branch, @PathVariable StockItemId item, Asking asking) {
        return queries.ask(new FindStockItem(item), StockItemView.class, asking.inBranch(branch))
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    @PutMapping("/{item}")
    CompletableFuture<ResponseEntity<Done>> revise(
            @PathVariable String branch,
            @PathVariable StockItemId item,
            @Valid @RequestBody ReviseRequest request,
            Asking asking) {
        var command =
                new ReviseItem(
                        item, request.name(), text(request.category()), orZero(request.minimum()));
        return Answers.done(commands.send(command, asking.inBranch(branch)));
    }

    @PostMapping("/{item}/purchases")
    CompletableFuture<ResponseEntity<Done>> buy(
            @PathVariable String branch,
            @PathVariable StockItemId item,
            @Valid @RequestBody PurchaseRequest request,
            Asking asking) {
        var command =
                new ReceivePurchase(
                        item, request.quantity(), request.cost(), text(request.supplier()));
        return Answers.done(commands.send(command, asking.inBranch(branch)));
    }

    @PostMapping("/{item}/waste")
    CompletableFuture<ResponseEntity<Done>> waste(
            @PathVariable String branch,
            @PathVariable StockItemId item,
            @Valid @RequestBody WasteRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new RecordWaste(item, request.quantity(), request.reason()),
                        asking.inBranch(branch)));
    }

    @PostMapping("/{item}/counts")
    CompletableFuture<ResponseEntity<Done>> count(
            @PathVariable String branch,
            @PathVariable StockItemId item,
            @Valid @RequestBody CountRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new CountStock(item, request.counted(), request.reason()),
                        asking.inBranch(branch)));
    }

    @GetMapping("/{item}/movements")
    CompletableFuture<MovementPage> movements(
            @PathVariable String branch,
            @PathVariable StockItemId item,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(
                new ListMovements(item, cursor, limit),
                MovementPage.class,
                asking.inBranch(branch));
    }

    /**
     * @param minimum below it the item counts as low
     * @param cost of one unit, in soles, up to six decimals
     * @param opening what is there today
     */
    record RegisterRequest(
            @Nullable String item,
            @NotNull String name,
            @NotNull Unit unit,
            @Nullable String category,
            @Nullable Quantity minimum,
            @Nullable UnitCost cost,
            @Nullable Quantity opening) {}

    record ReviseRequest(
            @NotNull String name, @Nullable String category, @Nullable Quantity minimum) {}

    /**
     * @param cost of one unit, in soles, up to six decimals
     */
    record PurchaseRequest(
            @NotNull Quantity quantity, @NotNull UnitCost cost, @Nullable String supplier) {}

    record WasteRequest(@NotNull Quantity quantity, @NotNull String reason) {}

    /**
     * @param counted what was found
     */
    record CountRequest(@NotNull Quantity counted, @NotNull String reason) {}

    private static Quantity orZero(@Nullable Quantity quantity) {
        return quantity == null ? Quantity.ZERO : quantity;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
