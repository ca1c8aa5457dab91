package pe.comanda.command.invoicing.standin;

import pe.comanda.domain.invoicing.DocumentKey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forgets with the process. */
public final class MemoryRegistry implements StandInRegistry {
    private final Map<DocumentKey, StandInDocument> documents = new LinkedHashMap<>();
    private final List<ArmedFault> faults = new ArrayList<>();

    @Override
    public synchronized Optional<StandInDocument> find(DocumentKey key) {
        return Optional.ofNullable(documents.get(key));
    }

    @Override
    public synchronized boolean register(StandInDocument document) {
        return documents.putIfAbsent(document.key(), document) == null;
    }

    @Override
    public synchronized List<StandInDocument> latest(int limit) {
        return documents.values().stream()
                .sorted(Comparator.comparing(StandInDocument::receivedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void arm(ArmedFault fault) {
        faults.add(fault);
    }

    @Override
    public synchronized Optional<ArmedFault> takeFault(DocumentKey key) {
        for (int i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            if (fault.meets(key)) {
                if (fault.remaining() > 1) {
                    faults.set(i, fault.once());
                } else {
                    var _ = faults.remove(i);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized List<ArmedFault> armed() {
        return List.copyOf(faults);
    }

    @Override
    public synchronized void disarm() {
        faults.clear();
    }
}
