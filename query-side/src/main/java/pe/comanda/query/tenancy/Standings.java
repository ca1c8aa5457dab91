package pe.comanda.query.tenancy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import pe.comanda.query.shared.Remembered;

import java.util.Optional;
import java.util.Set;

/** Whether an organization is suspended and which branches it has, from memory. */
@Component
public class Standings {
    private final Remembered<Standing> standings;

    Standings(
            OrganizationRows organizations,
            BranchRows branches,
            @Value("${comanda.event-store:postgres}") String eventStore) {
        this.standings =
                new Remembered<>(
                        eventStore.equals("postgres"),
                        id ->
                                organizations
                                        .findById(id)
                                        .map(
                                                row ->
                                                        new Standing(
                                                                row.suspended(),
                                                                branches.findIds(id)))
                                        .orElse(null));
    }

    /** An organization at this moment. */
    public record Standing(boolean suspended, Set<String> branches) {
        public Standing {
            branches = Set.copyOf(branches);
        }
    }

    /** Empty where there is no such organization. */
    public Optional<Standing> find(String organization) {
        return standings.find(organization);
    }

    void changed(String organization) {
        standings.changed(organization);
    }

    void forgetAll() {
        standings.forgetAll();
    }
}
