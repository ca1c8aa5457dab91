package pe.comanda.query.tenancy;

import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.tenancy.TenancyQuery.*;
import pe.comanda.query.shared.IdCursor;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Answers questions about organizations and branches. */
@Component
class TenancyAnswers {
    private static final int MOST = 200;
    private final OrganizationRows organizations;
    private final BranchRows branches;
    private final Clock clock;

    TenancyAnswers(OrganizationRows organizations, BranchRows branches, Clock clock) {
        this.organizations = organizations;
        this.branches = branches;
        this.clock = clock;
    }

    @QueryHandler
    Optional<OrganizationView> answer(FindOrganization query, MetaData metadata) {
        var caller = Caller.from(metadata);
        var id = query.organization().value();
        var mayLook =
                caller.organization().equals(id)
                        || caller.role() == Role.SUPER_ADMIN
                        || caller.role() == Role.SYSTEM;
        return mayLook ? organizations.findById(id).map(OrganizationRow::view) : Optional.empty();
    }

    @QueryHandler
    OrganizationPage answer(ListOrganizations query) {
        int limit = Math.clamp(query.limit(), 1, MOST);
        var found =
                organizations.findByIdGreaterThanOrderById(
                        IdCursor.of(query.cursor()), Limit.of(limit + 1));
        var page = found.stream().limit(limit).map(OrganizationRow::view).toList();
        return new OrganizationPage(
                page, found.size() > limit ? IdCursor.text(page.getLast().id()) : "");
    }

    @QueryHandler
    BranchPage answer(ListBranches query, MetaData metadata) {
        var caller = Caller.from(metadata);
        var now = clock.instant();
        int limit = Math.clamp(query.limit(), 1, MOST);
        var found = reached(caller, IdCursor.of(query.cursor()), Limit.of(limit + 1));
        var page = found.stream().limit(limit).map(row -> row.view(now)).toList();
        return new BranchPage(page, found.size() > limit ? IdCursor.text(page.getLast().id()) : "");
    }

    private List<BranchRow> reached(Caller caller, String after, Limit limit) {
        return caller.branches().isEmpty() && caller.role().reachesAllBranches()
                ? branches.findByOrganizationIdAndIdGreaterThanOrderById(
                        caller.organization(), after, limit)
                : branches.findByOrganizationIdAndIdInAndIdGreaterThanOrderById(
                        caller.organization(), caller.branches(), after, limit);
    }

    @QueryHandler
    Optional<BranchView> answer(FindBranch query, MetaData metadata) {
        var caller = Caller.from(metadata);
        return branches.findByIdAndOrganizationId(query.branch().value(), caller.organization())
                .filter(_ -> caller.reachesBranch(query.branch().value()))
                .map(row -> row.view(clock.instant()));
    }

    @QueryHandler
    Optional<BranchView> answer(FindBranchByCode query) {
        return branches.findByCode(query.code().value()).map(row -> row.view(clock.instant()));
    }
}
