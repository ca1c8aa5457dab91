package pe.comanda.query.menu;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import pe.comanda.domain.menu.MenuQuery.RenderedMenu;
import pe.comanda.domain.menu.MenuView;
import pe.comanda.domain.menu.MenuView.Dish;
import pe.comanda.domain.menu.MenuView.Heading;
import pe.comanda.domain.menu.ModifierGroupView;
import pe.comanda.query.shared.Tenant;

import tools.jackson.databind.json.JsonMapper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes the JSON that guests and tills are sent. The same menu has the same ETag on every node. */
@Component
class MenuRenderer {
    private final CategoryRows categories;
    private final DishRows dishes;
    private final ModifierGroupRows groups;
    private final GroupOptions options;
    private final JsonMapper json;
    private final TransactionTemplate oneMoment;

    MenuRenderer(
            CategoryRows categories,
            DishRows dishes,
            ModifierGroupRows groups,
            GroupOptions options,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.categories = categories;
        this.dishes = dishes;
        this.groups = groups;
        this.options = options;
        this.json = json;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    }

    RenderedMenu render(Tenant tenant) {
        var menu = Objects.requireNonNull(oneMoment.execute(_ -> read(tenant)));
        var bytes = json.writeValueAsBytes(menu);
        return new RenderedMenu(bytes, HexFormat.of().formatHex(sha256(bytes), 0, 12));
    }

    private MenuView read(Tenant tenant) {
        var organization = tenant.organization();
        var branch = tenant.branch();
        var offered =
                groups
                        .findByOrganizationIdAndBranchIdAndArchivedOrderByCreatedAtAscIdAsc(
                                organization, branch, false)
                        .stream()
                        .map(options::view)
                        .toList();
        var ids = offered.stream().map(ModifierGroupView::id).collect(Collectors.toSet());
        var hanging = new HashMap<String, List<Dish>>();
        for (var dish :
                dishes.findByOrganizationIdAndBranchIdAndArchivedOrderByRankAscCreatedAtAscIdAsc(
                        organization, branch, false)) {
            hanging.computeIfAbsent(dish.category(), _ -> new ArrayList<>()).add(dish.onMenu(ids));
        }
        var all =
                categories.findByOrganizationIdAndBranchIdAndArchivedOrderByCreatedAtAscIdAsc(
                        organization, branch, false);
        var headings = new ArrayList<Heading>(all.size());
        below(null, all, hanging, headings);
        return new MenuView(branch, headings, offered);
    }

    /** Depth first: every category is followed by what hangs from it. */
    private static void below(
            @Nullable String parent,
            List<CategoryRow> all,
            Map<String, List<Dish>> hanging,
            List<Heading> headings) {
        for (var row : all) {
            if (Objects.equals(row.parent(), parent)) {
                var category = row.view();
                headings.add(
                        new Heading(
                                category.id(),
                                category.name(),
                                category.description(),
                                category.parent(),
                                hanging.getOrDefault(category.id(), List.of())));
                below(category.id(), all, hanging, headings);
            }
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
