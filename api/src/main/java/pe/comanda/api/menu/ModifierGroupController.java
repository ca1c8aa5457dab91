package pe.comanda.api.menu;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.menu.GroupLimits;
import pe.comanda.domain.menu.MenuQuery.ListModifierGroups;
import pe.comanda.domain.menu.MenuQuery.ModifierGroupPage;
import pe.comanda.domain.menu.ModifierGroupCommand;
import pe.comanda.domain.menu.ModifierGroupCommand.*;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.shared.Money;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Groups of options that dishes share. Every route is one intent. */
@RestController
@RequestMapping("/api/v1/branches/{branch}/menu/modifier-groups")
class ModifierGroupController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;

    ModifierGroupController(Commands commands, Queries queries, Ids ids) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
    }

    @GetMapping
    CompletableFuture<ModifierGroupPage> list(
            @PathVariable String branch,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Asking asking) {
        return queries.ask(
                new ListModifierGroups(archived, cursor, limit),
                ModifierGroupPage.class,
                asking.inBranch(branch));
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Done>> create(
            @PathVariable String branch, @Valid @RequestBody GroupRequest request, Asking asking) {
        var id = new ModifierGroupId(ids.orNew(request.group(), "group"));
        var options = Objects.requireNonNullElse(request.options(), List.<OptionRequest>of());
        var command =
                new CreateModifierGroup(
                        id,
                        request.name(),
                        limits(request.min(), request.max(), request.required()),
                        options.stream().map(this::option).toList());
        return Answers.created(
                commands.send(command, asking.inBranch(branch)),
                "/api/v1/branches/" + branch + "/menu/modifier-groups/" + id);
    }

    @PostMapping("/{group}/details")
    CompletableFuture<ResponseEntity<Done>> change(
            @PathVariable String branch,
            @PathVariable ModifierGroupId group,
            @Valid @RequestBody GroupDetailsRequest request,
            Asking asking) {
        return send(
                new ChangeModifierGroup(
                        group,
                        request.name(),
                        limits(request.min(), request.max(), request.required())),
                branch,
                asking);
    }

    @PostMapping("/{group}/options")
    CompletableFuture<ResponseEntity<Done>> addOption(
            @PathVariable String branch,
            @PathVariable ModifierGroupId group,
            @Valid @RequestBody OptionRequest request,
            Asking asking) {
        return send(new AddOption(group, option(request)), branch, asking);
    }

    @PostMapping("/{group}/options/{option}/details")
    CompletableFuture<ResponseEntity<Done>> changeOption(
            @PathVariable String branch,
            @PathVariable ModifierGroupId group,
            @PathVariable OptionId option,
            @Valid @RequestBody OptionDetailsRequest request,
            Asking asking) {
        var changed =
                new NewOption(
                        option,
                        request.name(),
                        price(request.price()),
                        is(request.chosenByDefault()));
        return send(new ChangeOption(group, changed), branch, asking);
    }

    @DeleteMapping("/{group}/options/{option}")
    CompletableFuture<ResponseEntity<Done>> removeOption(
            @PathVariable String branch,
            @PathVariable ModifierGroupId group,
            @PathVariable OptionId option,
            Asking asking) {
        return send(new RemoveOption(group, option), branch, asking);
    }

    @PostMapping("/{group}/options/{option}/availability")
    CompletableFuture<ResponseEntity<Done>> setAvailability(
            @PathVariable String branch,
            @PathVariable ModifierGroupId group,
            @PathVariable OptionId option,
            @Valid @RequestBody AvailabilityRequest request,
            Asking asking) {
        return send(new SetOptionAvailability(group, option, request.available()), branch, asking);
    }

    @PostMapping("/{group}/archive")
    CompletableFuture<ResponseEntity<Done>> archive(
            @PathVariable String branch, @PathVariable ModifierGroupId group, Asking asking) {
        return send(new ArchiveModifierGroup(group), branch, asking);
    }

    @PostMapping("/{group}/restoration")
    CompletableFuture<ResponseEntity<Done>> restore(
            @PathVariable String branch, @PathVariable ModifierGroupId group, Asking asking) {
        return send(new RestoreModifierGroup(group), branch, asking);
    }

    private CompletableFuture<ResponseEntity<Done>> send(
            ModifierGroupCommand command, String branch, Asking asking) {
        return Answers.done(commands.send(command, asking.inBranch(branch)));
    }

    /** What is not said: nothing must be chosen, one may be. */
    record GroupRequest(
            @Nullable String group,
            @NotNull String name,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable Boolean required,
            @Nullable @Size(max = 100) List<@Valid OptionRequest> options) {}

    record GroupDetailsRequest(
            @NotNull String name,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable Boolean required) {}

    /** Price: on top of the dish's, nothing unless said. */
    record OptionRequest(
            @Nullable String option,
            @NotNull String name,
            @Nullable Money price,
            @Nullable Boolean chosenByDefault) {}

    record OptionDetailsRequest(
            @NotNull String name, @Nullable Money price, @Nullable Boolean chosenByDefault) {}

    record AvailabilityRequest(@NotNull Boolean available) {}

    private NewOption option(OptionRequest request) {
        return new NewOption(
                new OptionId(ids.orNew(request.option(), "option")),
                request.name(),
                price(request.price()),
                is(request.chosenByDefault()));
    }

    private static GroupLimits limits(
            @Nullable Integer min, @Nullable Integer max, @Nullable Boolean required) {
        return new GroupLimits(
                Objects.requireNonNullElse(min, 0),
                Objects.requireNonNullElse(max, 1),
                is(required));
    }

    private static Money price(@Nullable Money price) {
        return Objects.requireNonNullElse(price, Money.ZERO);
    }

    private static boolean is(@Nullable Boolean flag) {
        return Objects.requireNonNullElse(flag, false);
    }
}
