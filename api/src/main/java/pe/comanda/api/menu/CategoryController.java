package pe.comanda.api.menu;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
import pe.comanda.domain.menu.CategoryCommand;
import pe.comanda.domain.menu.CategoryCommand.*;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.MenuQuery.CategoryPage;
import pe.comanda.domain.menu.MenuQuery.ListCategories;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The headings of a menu. Every route is one intent. */
@RestController
@RequestMapping("/api/v1/branches/{branch}/menu/categories")
class CategoryController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;

    CategoryController(Commands commands, Queries queries, Ids ids) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
    }

    @GetMapping
    CompletableFuture<CategoryPage> list(
            @PathVariable String branch,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Asking asking) {
        return queries.ask(
                new ListCategories(archived, cursor, limit),
                CategoryPage.class,
                asking.inBranch(branch));
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Done>> create(
            @PathVariable String branch,
            @Valid @RequestBody CategoryRequest request,
            Asking asking) {
        var id = new CategoryId(ids.orNew(request.category(), "category"));
        var command =
                new CreateCategory(
                        id, request.name(), text(request.description()), request.parent());
        return Answers.created(
                commands.send(command, asking.inBranch(branch)),
                "/api/v1/branches/" + branch + "/menu/categories/" + id);
    }

    @PostMapping("/{category}/name")
    CompletableFuture<ResponseEntity<Done>> rename(
            @PathVariable String branch,
            @PathVariable CategoryId category,
            @Valid @RequestBody NameRequest request,
            Asking asking) {
        return send(
                new RenameCategory(category, request.name(), text(request.description())),
                branch,
                asking);
    }

    @PostMapping("/{category}/parent")
    CompletableFuture<ResponseEntity<Done>> move(
            @PathVariable String branch,
            @PathVariable CategoryId category,
            @RequestBody ParentRequest request,
            Asking asking) {
        return send(new MoveCategory(category, request.parent()), branch, asking);
    }

    @PostMapping("/{category}/archive")
    CompletableFuture<ResponseEntity<Done>> archive(
            @PathVariable String branch, @PathVariable CategoryId category, Asking asking) {
        return send(new ArchiveCategory(category), branch, asking);
    }

    @PostMapping("/{category}/restoration")
    CompletableFuture<ResponseEntity<Done>> restore(
            @PathVariable String branch, @PathVariable CategoryId category, Asking asking) {
        return send(new RestoreCategory(category), branch, asking);
    }

    /** The complete list of the category's dishes, in the order that guests see them. */
    @PostMapping("/{category}/arrangement")
    CompletableFuture<ResponseEntity<Done>> arrange(
            @PathVariable String branch,
            @PathVariable CategoryId category,
            @Valid @RequestBody ArrangementRequest request,
            Asking asking) {
        return send(new ArrangeDishes(category, request.dishes()), branch, asking);
    }

    private CompletableFuture<ResponseEntity<Done>> send(
            CategoryCommand command, String branch, Asking asking) {
        return Answers.done(commands.send(command, asking.inBranch(branch)));
    }

    record CategoryRequest(
            @Nullable String category,
            @NotNull String name,
            @Nullable String description,
            @Nullable CategoryId parent) {}

    record NameRequest(@NotNull String name, @Nullable String description) {}

    record ParentRequest(@Nullable CategoryId parent) {}

    record ArrangementRequest(@NotNull @Size(max = 500) List<MenuItemId> dishes) {}

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
