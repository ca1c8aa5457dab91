package pe.comanda.api.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.tenancy.PublicCode;
import pe.comanda.domain.tenancy.TenancyQuery.BranchView;
import pe.comanda.domain.tenancy.TenancyQuery.FindBranchByCode;

import java.time.Duration;

/**
 * Which branch a public code leads to. Remembered for some seconds: the code is asked with every
 * look at a menu and changes once in years.
 */
@Component
public class BranchDoors {
    private final Queries queries;
    private final Cache<String, BranchView> branches =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofSeconds(10))
                    .build();

    BranchDoors(Queries queries) {
        this.queries = queries;
    }

    /** The branch; refuses a code that leads nowhere, or to a branch that is closed. */
    public BranchView behind(PublicCode code, Asking asking) {
        var known = branches.getIfPresent(code.value());
        if (known != null) {
            return known;
        }
        var found =
                queries.askNow(
                        new FindBranchByCode(code), BranchView.class, asking.byTheDoor("", null));
        AccessRule.NOT_FOUND.require(found.open(), "code", code);
        branches.put(code.value(), found);
        return found;
    }
}
