package pe.comanda.api.floor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
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
import pe.comanda.domain.floor.FloorQuery.FindTable;
import pe.comanda.domain.floor.FloorQuery.ListTables;
import pe.comanda.domain.floor.FloorQuery.TablePage;
import pe.comanda.domain.floor.Position;
import pe.comanda.domain.floor.TableCard;
import pe.comanda.domain.floor.TableCommand;
import pe.comanda.domain.floor.TableCommand.*;
import pe.comanda.domain.floor.TableId;
import pe.comanda.domain.floor.TableShape;
import pe.comanda.domain.floor.TableStatus;
import pe.comanda.domain.floor.TableView;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Tables and their codes. Every route is one intent. */
@RestController
@RequestMapping("/api/v1/branches/{branch}/tables")
class TableController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;
    private final QrCodes codes;

    TableController(Commands commands, Queries queries, Ids ids, QrCodes codes) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
        this.codes = codes;
    }

    /** The tables by number, with who sits where. */
    @GetMapping
    CompletableFuture<TablePage> list(
            @PathVariable String branch,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Asking asking) {
        return queries.ask(new ListTables(cursor, limit), TablePage.class, asking.inBranch(branch));
    }

    @GetMapping("/{table}")
    CompletableFuture<ResponseEntity<TableView>> show(
            @PathVariable String branch, @PathVariable TableId table, Asking asking) {
        return find(branch, table, asking)
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Done>> create(
            @PathVariable String branch, @Valid @RequestBody TableRequest request, Asking asking) {
        var id = new TableId(ids.orNew(request.table(), "table"));
        var position = Objects.requireNonNullElse(request.position(), new Position(0, 0, 0));
        var command = new CreateTable(id, request.card(), position, codes.draw());
        return Answers.created(
                commands.send(command, asking.inBranch(branch)),
                "/api/v1/branches/" + branch + "/tables/" + id);
    }

    @PostMapping("/{table}/details")
    CompletableFuture<ResponseEntity<Done>> change(
            @PathVariable String branch,
            @PathVariable TableId table,
            @Valid @RequestBody TableRequest request,
            Asking asking) {
        return send(new ChangeTable(table, request.card()), branch, asking);
    }

    @PostMapping("/{table}/position")
    CompletableFuture<ResponseEntity<Done>> move(
            @PathVariable String branch,
            @PathVariable TableId table,
            @RequestBody Position position,
            Asking asking) {
        return send(new MoveTable(table, position), branch, asking);
    }

    /** Available, reserved or in maintenance. */
    @PostMapping("/{table}/status")
    CompletableFuture<ResponseEntity<Done>> mark(
            @PathVariable String branch,
            @PathVariable TableId table,
            @Valid @RequestBody StatusRequest request,
            Asking asking) {
        return send(new MarkTable(table, request.status()), branch, asking);
    }

    @PostMapping("/{table}/removal")
    CompletableFuture<ResponseEntity<Done>> remove(
            @PathVariable String branch, @PathVariable TableId table, Asking asking) {
        return send(new RemoveTable(table), branch, asking);
    }

    /** Draws a new code; the printed one stops working. */
    @PostMapping("/{table}/qr/revocation")
    CompletableFuture<ResponseEntity<Done>> revoke(
            @PathVariable String branch, @PathVariable TableId table, Asking asking) {
        return send(new RevokeQrCode(table, codes.draw()), branch, asking);
    }

    /** The code as a picture; size in pixels, 64 to 2048. */
    @GetMapping(value = "/{table}/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    CompletableFuture<ResponseEntity<byte[]>> png(
            @PathVariable String branch,
            @PathVariable TableId table,
            @RequestParam(defaultValue = "512") int size,
            Asking asking) {
        return find(branch, table, asking)
                .thenApply(
                        view ->
                                picture(MediaType.IMAGE_PNG)
                                        .body(
                                                codes.png(
                                                        view.qrToken(),
                                                        Math.clamp(size, 64, 2048))));
    }

    @GetMapping(value = "/{table}/qr.svg", produces = "image/svg+xml")
    CompletableFuture<ResponseEntity<byte[]>> svg(
            @PathVariable String branch, @PathVariable TableId table, Asking asking) {
        return find(branch, table, asking)
                .thenApply(
                        view ->
                                picture(MediaType.valueOf("image/svg+xml"))
                                        .body(codes.svg(view.qrToken())));
    }

    private static ResponseEntity.BodyBuilder picture(MediaType type) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore());
    }

    private CompletableFuture<TableView> find(String branch, TableId table, Asking asking) {
        return queries.ask(new FindTable(table), TableView.class, asking.inBranch(branch));
    }

    private CompletableFuture<ResponseEntity<Done>> send(
            TableCommand command, String branch, Asking asking) {
        return Answers.done(commands.send(command, asking.inBranch(branch)));
    }

    /** What is not said: "Mesa" and its number, four seats, square, at the corner of the plan. */
    record TableRequest(
            @Nullable String table,
            @NotNull Integer number,
            @Nullable String label,
            @Nullable Integer seats,
            @Nullable String space,
            @Nullable TableShape shape,
            @Nullable Position position) {
        TableCard card() {
            return new TableCard(
                    number,
                    Objects.requireNonNullElse(label, "Mesa " + number),
                    Objects.requireNonNullElse(seats, 4),
                    Objects.requireNonNullElse(space, ""),
                    Objects.requireNonNullElse(shape, TableShape.SQUARE));
        }
    }

    record StatusRequest(@NotNull TableStatus status) {}
}
