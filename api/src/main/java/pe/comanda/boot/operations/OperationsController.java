package pe.comanda.boot.operations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.EdgeRule;
import pe.comanda.boot.ConditionalOnSide;
import pe.comanda.boot.Side;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Cursor;
import pe.comanda.domain.tenancy.OrganizationId;

import java.util.List;
import java.util.Map;

/** The node's own processors and dead letters. For those who run the program. */
@RestController
@ConditionalOnSide(Side.API)
@RequestMapping("/api/v1/operations")
class OperationsController {
    private final EventProcessingConfiguration processing;
    private final DeadLetters deadLetters;
    private final LetterPages letters;
    private final Replays replays;
    private final ReadingProgress readers;

    OperationsController(
            EventProcessingConfiguration processing,
            DeadLetters deadLetters,
            LetterPages letters,
            Replays replays,
            ReadingProgress readers) {
        this.processing = processing;
        this.readers = readers;
        this.deadLetters = deadLetters;
        this.letters = letters;
        this.replays = replays;
    }

    /**
     * @param caughtUp whether it runs and has read as far as the head of the log
     * @param behind how many positions the head of the log is farther than the reader
     */
    record Processor(
            String name,
            boolean running,
            boolean replaying,
            boolean caughtUp,
            long position,
            long behind,
            long deadLetters) {}

    record Processors(List<Processor> items) {}

    /**
     * @param nextCursor empty where there is no more
     */
    record Letters(List<LetterPages.Letter> items, String nextCursor) {}

    @GetMapping("/processors")
    Processors processors(Asking asking) {
        require(asking, Permission.OPERATIONS_READ);
        try {
            return new Processors(readers.progress().stream().map(this::processor).toList());
        } catch (EventStoreException _) {
            throw EdgeRule.UNAVAILABLE.broken("retryAfter", "2");
        }
    }

    /**
     * Rebuilds a view from the whole history, while the program serves: every organization's, so it
     * takes somebody of the platform. Refused for everything but views.
     */
    @PostMapping("/processors/{processor}/replay")
    ResponseEntity<Map<String, String>> replay(
            @PathVariable("processor") String name, Asking asking) {
        require(asking, Permission.PLATFORM_MANAGE);
        replays.start(name);
        return ResponseEntity.accepted().body(Map.of("processor", name, "state", "replaying"));
    }

    /** The caller's organization's, oldest first; the platform's own people see everybody's. */
    @GetMapping("/dead-letters")
    Letters letters(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Asking asking) {
        require(asking, Permission.OPERATIONS_READ);
        int most = Math.clamp(limit, 1, LetterPages.MOST);
        var found = letters.of(deadLetters.groups(), whose(asking), Cursor.of(cursor), most + 1);
        var page = found.stream().limit(most).toList();
        return new Letters(page, found.size() > most ? page.getLast().place().text() : "");
    }

    /** Tries the group's dead letters again, parked ones too. */
    @PostMapping("/dead-letters/{processor}/retry")
    Map<String, Integer> retry(@PathVariable String processor, Asking asking) {
        require(asking, Permission.OPERATIONS_MANAGE);
        mustRun(processor);
        return Map.of("handled", deadLetters.retry(processor, whose(asking)));
    }

    /** No longer tries them by itself: they wait for somebody who tries them again. */
    @PostMapping("/dead-letters/{processor}/parking")
    Map<String, Integer> park(
            @PathVariable String processor,
            @Valid @RequestBody ParkRequest request,
            Asking asking) {
        require(asking, Permission.OPERATIONS_MANAGE);
        mustRun(processor);
        int parked =
                deadLetters.park(processor, request.sequence(), request.reason(), whose(asking));
        AccessRule.NOT_FOUND.require(parked > 0, "sequence", request.sequence());
        return Map.of("parked", parked);
    }

    /**
     * @param sequence as the list of letters names it
     */
    record ParkRequest(
            @NotBlank @Size(max = 255) String sequence, @NotBlank @Size(max = 500) String reason) {}

    private void mustRun(String processor) {
        AccessRule.NOT_FOUND.require(
                deadLetters.groups().contains(processor), "processor", processor);
    }

    /** Null for the platform's own people where they name no organization: everybody's. */
    private static @Nullable String whose(Asking asking) {
        var caller = asking.caller();
        return caller.role().may(Permission.PLATFORM_MANAGE)
                        && caller.organization().equals(OrganizationId.PLATFORM.value())
                ? null
                : caller.organization();
    }

    private Processor processor(ReadingProgress.Reader reader) {
        return new Processor(
                reader.name(),
                reader.running(),
                reader.replaying(),
                reader.caughtUp(),
                reader.position(),
                reader.behind(),
                processing.deadLetterQueue(reader.name()).map(queue -> queue.size()).orElse(0L));
    }

    private static void require(Asking asking, Permission permission) {
        AccessRule.PERMISSION_DENIED.require(
                asking.caller().role().may(permission), "requires", permission.code());
    }
}
