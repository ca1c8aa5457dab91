package pe.comanda.boot.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import pe.comanda.boot.operations.ReadingProgress.Reader;

import java.util.function.ToLongFunction;

/**
 * How far each processor has read, how far the head of the log is from there, and whether it
 * stands: {@code comanda.processor.position} and {@code comanda.processor.behind}, in events, and
 * {@code comanda.processor.standing}, 0 or 1. As {@link ReadersWatch} last saw it; Axon's own
 * monitors cost a look-up of several meters per message and processor.
 */
@Component
class ReadingMetrics {
    private final EventProcessingConfiguration processing;
    private final ReadersWatch watch;
    private final MeterRegistry metrics;

    ReadingMetrics(
            EventProcessingConfiguration processing, ReadersWatch watch, MeterRegistry metrics) {
        this.processing = processing;
        this.watch = watch;
        this.metrics = metrics;
    }

    @EventListener(ApplicationReadyEvent.class)
    void register() {
        for (var name : processing.eventProcessors().keySet()) {
            gauge("comanda.processor.position", name, Reader::position);
            gauge("comanda.processor.behind", name, Reader::behind);
            gauge(
                    "comanda.processor.standing",
                    name,
                    reader -> watch.standing().contains(reader.name()) ? 1 : 0);
        }
    }

    private void gauge(String meter, String name, ToLongFunction<Reader> what) {
        Gauge.builder(meter, watch, of -> of(of, name, what))
                .tag("processor", name)
                .strongReference(true)
                .register(metrics);
    }

    private static double of(ReadersWatch watch, String name, ToLongFunction<Reader> what) {
        return watch.lastSeen().stream()
                .filter(reader -> reader.name().equals(name))
                .mapToDouble(what::applyAsLong)
                .findFirst()
                .orElse(Double.NaN);
    }
}
