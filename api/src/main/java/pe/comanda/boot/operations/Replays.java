package pe.comanda.boot.operations;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.TenantScope;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts views over from the first event. Policies and sagas are never replayed: they would act
 * again.
 */
@Component
class Replays {
    private final EventProcessingConfiguration processing;
    private final ReplayLines lines;
    private final Set<String> resetting = ConcurrentHashMap.newKeySet();

    Replays(EventProcessingConfiguration processing, ReplayLines lines) {
        this.processing = processing;
        this.lines = lines;
    }

    void start(String name) {
        var processor = processing.eventProcessor(name, StreamingEventProcessor.class);
        AccessRule.NOT_FOUND.require(
                processor.isPresent()
                        && name.startsWith("view-")
                        && processor.get().supportsReset(),
                "processor",
                name);
        if (resetting.add(name)) {
            try {
                TenantScope.run(TenantScope.ALL, () -> reset(processor.get()));
                lines.begins(name);
            } finally {
                resetting.remove(name);
            }
        }
    }

    private static void reset(StreamingEventProcessor processor) {
        processor.shutDown();
        try {
            processor.resetTokens();
        } finally {
            processor.start();
        }
    }
}
