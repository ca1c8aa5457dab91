package pe.comanda.boot.operations;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.boot.ConditionalOnSide;
import pe.comanda.boot.Side;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;

import java.util.List;
import java.util.Map;

/** The node's own processors and dead letters. For those who run the program. */
@RestController
@ConditionalOnSide(Side.API)
@RequestMapping("/api/v1/operations")
class OperationsController {
    private final EventProcessingConfiguration processing;
    private final DeadLetters deadLetters;
    private final Replays replays;

    OperationsController(
            EventProcessingConfiguration processing, DeadLetters deadLetters, Replays replays) {
        this.processing = processing;
        this.deadLetters = deadLetters;
        this.replays = replays;
    }

    record Processor(
            String name,
            boolean running,
            boolean replaying,
            boolean caughtUp,
            long position,
            long deadLetters) {}

    record Processors(List<Processor> items) {}

    record Letters(List<DeadLetters.Letter> items) {}

    @GetMapping("/processors")
    Processors processors(Asking asking) {
        require(asking, Permission.OPERATIONS_READ);
        return new Processors(deadLetters.groups().stream().map(this::processor).toList());
    }

    /**
     * Rebuilds a view from the whole history, while the program serves. Refused for everything but
     * views.
     */
    @PostMapping("/processors/{name}/replay")
    ResponseEntity<Map<String, String>> replay(@PathVariable String name, Asking asking) {
        require(asking, Permission.OPERATIONS_MANAGE);
        replays.start(name);
        return ResponseEntity.accepted().body(Map.of("processor", name, "state", "replaying"));
    }

    @GetMapping("/dead-letters")
    Letters letters(Asking asking) {
        require(asking, Permission.OPERATIONS_READ);
        return new Letters(deadLetters.all());
    }

    /** Tries the group's dead letters again, parked ones too. */
    @PostMapping("/dead-letters/{group}/retry")
    Map<String, Integer> retry(@PathVariable String group, Asking asking) {
        require(asking, Permission.OPERATIONS_MANAGE);
        AccessRule.NOT_FOUND.require(deadLetters.groups().contains(group), "group", group);
        return Map.of("handled", deadLetters.retry(group, true));
    }

    private Processor processor(String name) {
        var processor =
                processing.eventProcessor(name, StreamingEventProcessor.class).orElseThrow();
        var segments = processor.processingStatus().values();
        return new Processor(
                name,
                processor.isRunning(),
                segments.stream().anyMatch(s -> s.isReplaying()),
                !segments.isEmpty() && segments.stream().allMatch(s -> s.isCaughtUp()),
                segments.stream()
                        .mapToLong(s -> s.getCurrentPosition().orElse(-1))
                        .min()
                        .orElse(-1),
                processing.deadLetterQueue(name).map(queue -> queue.size()).orElse(0L));
    }

    private static void require(Asking asking, Permission permission) {
        AccessRule.PERMISSION_DENIED.require(
                asking.caller().role().may(permission), "requires", permission.code());
    }
}
