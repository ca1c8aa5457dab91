package pe.comanda.api.kitchen;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.ordering.OrderQuery.RenderedBoard;
import pe.comanda.domain.ordering.OrderQuery.ShowKitchenBoard;

import java.util.concurrent.CompletableFuture;

/** The board, oldest ticket first. Sent as it was rendered; moves go through the order's routes. */
@RestController
class KitchenController {
    private final Queries queries;

    KitchenController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/v1/branches/{branch}/kitchen/board")
    CompletableFuture<ResponseEntity<byte[]>> board(@PathVariable String branch, Asking asking) {
        return queries.ask(new ShowKitchenBoard(), RenderedBoard.class, asking.inBranch(branch))
                .thenApply(
                        board ->
                                ResponseEntity.ok()
                                        .eTag(board.etag())
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .body(board.json()));
    }
}
