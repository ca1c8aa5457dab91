package pe.comanda.boot.operations;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.stereotype.Component;

import pe.comanda.api.shared.EdgeRule;
import pe.comanda.boot.replay.StraightReplays;
import pe.comanda.domain.access.AccessRule;

/**
 * Starts views over from the first event. Policies and sagas are never replayed: they would act
 * again.
 */
@Component
class Replays {
    private final EventProcessingConfiguration processing;
    private final ReplayLines lines;
    private final StraightReplays straight;

    Replays(EventProcessingConfiguration processing, ReplayLines lines, StraightReplays straight) {
        this.processing = processing;
        this.lines = lines;
        this.straight = straight;
    }

    void start(String name) {
        var processor = processing.eventProcessor(name, StreamingEventProcessor.class);
        AccessRule.NOT_FOUND.require(
                processor.isPresent()
                        && name.startsWith("view-")
                        && processor.get().supportsReset(),
                "processor",
                name);
        try {
            straight.startOver(name);
        } catch (UnableToClaimTokenException _) {
            throw EdgeRule.VIEW_READ_ELSEWHERE.broken("processor", name);
        }
        lines.begins(name);
    }
}
