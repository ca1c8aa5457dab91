package pe.comanda.command.tenancy;

import static pe.comanda.domain.tenancy.OrganizationRule.RUC_TAKEN;
import static pe.comanda.domain.tenancy.OrganizationRule.SLUG_TAKEN;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.tenancy.Organization;
import pe.comanda.domain.tenancy.OrganizationCommand;
import pe.comanda.domain.tenancy.OrganizationEvent;
import pe.comanda.domain.tenancy.OrganizationEvent.*;
import pe.comanda.domain.tenancy.OrganizationId;
import pe.comanda.domain.tenancy.Ruc;

import java.util.List;

/**
 * What must be unique among organizations: the slug for ever, the RUC among those that are not
 * suspended. Written in the transaction of the events, so of two that race one is refused.
 */
@Component
class OrganizationRegister {
    private final JdbcTemplate sql;

    OrganizationRegister(JdbcTemplate sql) {
        this.sql = sql;
    }

    List<OrganizationEvent> decide(Organization organization, OrganizationCommand command) {
        var events = organization.decide(command);
        for (var event : events) {
            record(organization, event);
        }
        return events;
    }

    private void record(Organization before, OrganizationEvent event) {
        switch (event) {
            case OrganizationRegistered(var id, var slug, _, _, var ruc) -> {
                SLUG_TAKEN.require(
                        sql.update(
                                        """
                                        insert into organization_slug (slug, organization_id) values (?, ?)
                                        on conflict (slug) do nothing
                                        """,
                                        slug.value(),
                                        id.value())
                                == 1,
                        "slug",
                        slug);
                claim(id, ruc);
            }
            case OrganizationChanged(var id, _, _, var ruc, _) -> {
                if (ruc != null && before instanceof Organization.Active) {
                    release(id);
                    claim(id, ruc);
                }
            }
            case OrganizationSuspended(var id, _) -> release(id);
            case OrganizationResumed(var id) -> claim(id, before.profile().ruc());
        }
    }

    private void claim(OrganizationId id, @Nullable Ruc ruc) {
        if (ruc != null) {
            int claimed =
                    sql.update(
                            """
                            insert into organization_ruc (ruc, organization_id) values (?, ?)
                            on conflict (ruc) do nothing
                            """,
                            ruc.value(),
                            id.value());
            RUC_TAKEN.require(claimed == 1, "ruc", ruc);
        }
    }

    private void release(OrganizationId id) {
        sql.update("delete from organization_ruc where organization_id = ?", id.value());
    }
}
