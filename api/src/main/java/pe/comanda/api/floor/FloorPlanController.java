package pe.comanda.api.floor;

import static pe.comanda.api.floor.PlanRule.SPACE_NOT_EMPTY;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.floor.FloorQuery.FloorPlan;
import pe.comanda.domain.floor.FloorQuery.ShowFloorPlan;
import pe.comanda.domain.floor.TableView;
import pe.comanda.domain.shared.Words;
import pe.comanda.domain.tenancy.BranchId;
import pe.comanda.domain.tenancy.TenancyQuery.BranchView;
import pe.comanda.domain.tenancy.TenancyQuery.FindBranch;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The plan of the rooms: spaces and fixtures are drawn here, tables by their own routes. */
@RestController
@RequestMapping("/api/v1/branches/{branch}/floor-plan")
class FloorPlanController {
    private final Queries queries;
    private final PlanTable plan;

    FloorPlanController(Queries queries, PlanTable plan) {
        this.queries = queries;
        this.plan = plan;
    }

    @GetMapping
    CompletableFuture<Plan> show(@PathVariable String branch, Asking asking) {
        var organization = asking.caller().organization();
        return tables(branch, asking)
                .thenApply(
                        tables ->
                                new Plan(
                                        plan.spaces(organization, branch),
                                        plan.fixtures(organization, branch),
                                        tables));
    }

    @PutMapping("/spaces/{space}")
    CompletableFuture<ResponseEntity<Void>> putSpace(
            @PathVariable String branch,
            @PathVariable @Pattern(regexp = "space-[A-Za-z0-9_-]{1,60}") String space,
            @Valid @RequestBody SpaceRequest request,
            Asking asking) {
        return put(request.drawn(space), branch, asking);
    }

    /** Refused while tables or fixtures stand in it. */
    @DeleteMapping("/spaces/{space}")
    CompletableFuture<ResponseEntity<Void>> removeSpace(
            @PathVariable String branch, @PathVariable String space, Asking asking) {
        var organization = asking.caller().organization();
        return tables(branch, asking)
                .thenCompose(
                        tables ->
                                drawing(
                                        branch,
                                        asking,
                                        () -> {
                                            SPACE_NOT_EMPTY.require(
                                                    tables.stream()
                                                                    .noneMatch(
                                                                            t ->
                                                                                    t.space()
                                                                                            .equals(
                                                                                                    space))
                                                            && plan
                                                                    .fixtures(organization, branch)
                                                                    .stream()
                                                                    .noneMatch(
                                                                            f ->
                                                                                    f.space()
                                                                                            .equals(
                                                                                                    space)));
                                            plan.removeSpace(space, organization, branch);
                                        }));
    }

    @PutMapping("/fixtures/{fixture}")
    CompletableFuture<ResponseEntity<Void>> putFixture(
            @PathVariable String branch,
            @PathVariable @Pattern(regexp = "fixture-[A-Za-z0-9_-]{1,60}") String fixture,
            @Valid @RequestBody FixtureRequest request,
            Asking asking) {
        return put(request.drawn(fixture), branch, asking);
    }

    @DeleteMapping("/fixtures/{fixture}")
    CompletableFuture<ResponseEntity<Void>> removeFixture(
            @PathVariable String branch, @PathVariable String fixture, Asking asking) {
        return drawing(
                branch,
                asking,
                () -> plan.removeFixture(fixture, asking.caller().organization(), branch));
    }

    private CompletableFuture<ResponseEntity<Void>> put(Drawn drawn, String branch, Asking asking) {
        return drawing(
                branch, asking, () -> plan.put(drawn, asking.caller().organization(), branch));
    }

    private CompletableFuture<List<TableView>> tables(String branch, Asking asking) {
        return queries.ask(new ShowFloorPlan(), FloorPlan.class, asking.inBranch(branch))
                .thenApply(FloorPlan::items);
    }

    /**
     * No command passes a gate here, so the same is asked here: may they, and is it their branch.
     */
    private CompletableFuture<ResponseEntity<Void>> drawing(
            String branch, Asking asking, Runnable change) {
        var permission = Permission.TABLES_LAYOUT;
        if (!asking.caller().role().may(permission)) {
            throw AccessRule.PERMISSION_DENIED.broken("requires", permission.code());
        }
        return queries.ask(
                        new FindBranch(new BranchId(branch)),
                        BranchView.class,
                        asking.inBranch(branch))
                .thenApply(
                        _ -> {
                            change.run();
                            return ResponseEntity.noContent().build();
                        });
    }

    record Plan(List<Space> spaces, List<Fixture> fixtures, List<TableView> tables) {}

    record SpaceRequest(
            @NotNull String name, @Min(-9) @Max(99) int level, @Min(0) @Max(999) int rank) {
        Space drawn(String id) {
            return new Space(id, Words.required("name", name, 100), level, rank);
        }
    }

    record FixtureRequest(
            @Nullable String space,
            @NotNull Fixture.Kind kind,
            @Nullable String label,
            @Min(0) @Max(20_000) int x,
            @Min(0) @Max(20_000) int y,
            @Min(1) @Max(2000) int width,
            @Min(1) @Max(2000) int height,
            @Min(0) @Max(359) int rotation) {
        Fixture drawn(String id) {
            return new Fixture(
                    id,
                    Words.optional("space", space, 100),
                    kind,
                    Words.optional("label", label, 40),
                    x,
                    y,
                    width,
                    height,
                    rotation);
        }
    }
}
