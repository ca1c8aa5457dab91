package pe.comanda.domain.tenancy;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Everything one can ask about organizations and branches. */
public sealed interface TenancyQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return switch (this) {
            case FindOrganization _ -> Permission.ORG_READ;
            case ListOrganizations _ -> Permission.ORG_SUSPEND;
            case ListBranches _, FindBranch _ -> Permission.BRANCH_READ;
            case FindBranchByCode _ -> Permission.INTERNAL;
        };
    }

    @Override
    default String view() {
        return "people";
    }

    /** The caller's own organization, or for the platform's people any. */
    record FindOrganization(OrganizationId organization)
            implements TenancyQuery<OrganizationView> {}

    /** All organizations by id; limit 1 to 200. */
    record ListOrganizations(String cursor, int limit) implements TenancyQuery<OrganizationPage> {}

    /** The branches that the caller reaches, by id; limit 1 to 200. */
    record ListBranches(String cursor, int limit) implements TenancyQuery<BranchPage> {}

    record FindBranch(BranchId branch) implements TenancyQuery<BranchView> {}

    /** For routes without a token: the branch behind the code on the table. */
    record FindBranchByCode(PublicCode code) implements TenancyQuery<BranchView> {}

    record OrganizationView(
            String id,
            String slug,
            String name,
            String legalName,
            @Nullable String ruc,
            @Nullable String logoUrl,
            boolean suspended,
            Instant registeredAt,
            long version) {}

    record OrganizationPage(List<OrganizationView> items, String nextCursor) {
        public OrganizationPage {
            items = List.copyOf(items);
        }
    }

    /**
     * @param regime in force now
     * @param rate tax on what is taxed now, as a fraction
     * @param regimes all of them by date, past and announced
     */
    record BranchView(
            String id,
            String organization,
            String code,
            BranchSettings settings,
            TaxRegime regime,
            BigDecimal rate,
            List<DatedRegime> regimes,
            boolean open,
            Instant openedAt,
            long version) {
        public BranchView {
            regimes = List.copyOf(regimes);
        }
    }

    /**
     * @param nextCursor empty where there is no more
     */
    record BranchPage(List<BranchView> items, String nextCursor) {
        public BranchPage {
            items = List.copyOf(items);
        }
    }
}
