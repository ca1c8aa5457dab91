package pe.comanda.boot.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * How far each processor has read, and how far that is behind the one that has read most: {@code
 * comanda.processor.position} and {@code comanda.processor.behind}, in events. Looked up when
 * somebody scrapes; Axon's own monitors cost a look-up of several meters per message and processor.
 */
@Component
class ReadingMetrics {
    private final EventProcessingConfiguration processing;
    private final MeterRegistry metrics;

    ReadingMetrics(EventProcessingConfiguration processing, MeterRegistry metrics) {
        this.processing = processing;
        this.metrics = metrics;
    }

    @EventListener(ApplicationReadyEvent.class)
    void register() {
        processing
                .eventProcessors()
                .forEach(
                        (name, processor) -> {
                            if (processor instanceof StreamingEventProcessor streaming) {
                                gauge("comanda.processor.position", name, streaming, false);
                                gauge("comanda.processor.behind", name, streaming, true);
                            }
                        });
    }

    private void gauge(String meter, String name, StreamingEventProcessor processor, boolean gap) {
        Gauge.builder(meter, processor, of -> gap ? Math.max(0, farthest() - read(of)) : read(of))
                .tag("processor", name)
                .strongReference(true)
                .register(metrics);
    }

    private long farthest() {
        return processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .mapToLong(processor -> read((StreamingEventProcessor) processor))
                .max()
                .orElse(0);
    }

    private static long read(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
    }
}
