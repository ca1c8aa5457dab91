package pe.comanda.query.tenancy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import pe.comanda.query.shared.Remembered;

import java.util.Optional;

/** Whether an organization is suspended, from memory. */
@Component
public class Standings {
    private final Remembered<Standing> standings;

    Standings(OrganizationRows rows, @Value("${comanda.event-store:postgres}") String eventStore) {
        this.standings =
                new Remembered<>(
                        eventStore.equals("postgres"),
                        id ->
                                rows.findById(id)
                                        .map(row -> new Standing(row.suspended()))
                                        .orElse(null));
    }

    private record Standing(boolean suspended) {}

    /** Empty where there is no such organization. */
    public Optional<Boolean> isSuspended(String organization) {
        return standings.find(organization).map(Standing::suspended);
    }

    void changed(String organization) {
        standings.changed(organization);
    }

    void forgetAll() {
        standings.forgetAll();
    }
}
