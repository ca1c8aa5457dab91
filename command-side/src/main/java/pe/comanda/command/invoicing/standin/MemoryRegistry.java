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
    private final Map<String, StandInTicket> tickets = new LinkedHashMap<>();

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
    public synchronized void voidDocument(DocumentKey key) {
        var unused = documents.computeIfPresent(key, (_, document) -> document.asVoided());
    }

    @Override
    public synchronized boolean hasFile(String ruc, String name) {
        return tickets.values().stream()
                .anyMatch(it -> it.ruc().equals(ruc) && it.name().equals(name));
    }

    @Override
    public synchronized boolean keep(StandInTicket ticket) {
        return !hasFile(ticket.ruc(), ticket.name())
                && tickets.putIfAbsent(ticket.ticket(), ticket) == null;
    }

    @Override
    public synchronized Optional<StandInTicket> poll(String ticket) {
        var found = Optional.ofNullable(tickets.get(ticket));
        found.ifPresent(it -> tickets.put(ticket, it.askedOnce()));
        return found;
    }

    @Override
    public synchronized void arm(ArmedFault fault) {
        faults.add(fault);
    }

    @Override
    public synchronized Optional<ArmedFault> takeFault(String ruc, String series, int number) {
        for (int i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            if (fault.meets(ruc, series, number)) {
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
    public synchronized void disarm(String ruc) {
        var unused = faults.removeIf(it -> ruc.isEmpty() || it.ruc().equals(ruc));
    }
}
