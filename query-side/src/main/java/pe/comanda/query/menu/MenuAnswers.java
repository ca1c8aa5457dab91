package pe.comanda.query.menu;

import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.menu.CategoryView;
import pe.comanda.domain.menu.DishView;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.MenuQuery.*;
import pe.comanda.domain.menu.ModifierGroupView;
import pe.comanda.query.shared.Scroll;
import pe.comanda.query.shared.Tenant;

import java.util.Optional;

/** Answers questions about the menu. */
@Component
class MenuAnswers {
    private final CategoryRows categories;
    private final DishRows dishes;
    private final ModifierGroupRows groups;
    private final GroupOptions options;
    private final RenderedMenus menus;

    MenuAnswers(
            CategoryRows categories,
            DishRows dishes,
            ModifierGroupRows groups,
            GroupOptions options,
            RenderedMenus menus) {
        this.categories = categories;
        this.dishes = dishes;
        this.groups = groups;
        this.options = options;
        this.menus = menus;
    }

    @QueryHandler
    RenderedMenu answer(
            ShowMenu query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return menus.of(new Tenant(organization, branch));
    }

    @QueryHandler
    Optional<DishView> answer(
            FindDish query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return dishes.findByIdAndOrganizationIdAndBranchId(
                        query.dish().value(), organization, branch)
                .map(DishRow::view);
    }

    @QueryHandler
    DishPage answer(
            FindDishes query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        var ids = query.dishes().stream().map(MenuItemId::value).toList();
        return new DishPage(
                dishes
                        .findByIdInAndOrganizationIdAndBranchIdOrderById(ids, organization, branch)
                        .stream()
                        .map(DishRow::view)
                        .toList(),
                "");
    }

    @QueryHandler
    DishPage answer(
            ListDishes query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return new Scroll<DishRow>(
                        id -> dishes.findByIdAndOrganizationIdAndBranchId(id, organization, branch),
                        DishRow::place)
                .page(
                        query.cursor(),
                        query.limit(),
                        (after, limit) ->
                                dishes
                                        .findByOrganizationIdAndBranchIdAndArchivedOrderByRankAscCreatedAtAscIdAsc(
                                                organization,
                                                branch,
                                                query.archived(),
                                                after,
                                                limit),
                        DishRow::view,
                        DishView::id,
                        DishPage::new);
    }

    @QueryHandler
    CategoryPage answer(
            ListCategories query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return new Scroll<CategoryRow>(
                        id ->
                                categories.findByIdAndOrganizationIdAndBranchId(
                                        id, organization, branch),
                        CategoryRow::place)
                .page(
                        query.cursor(),
                        query.limit(),
                        (after, limit) ->
                                categories
                                        .findByOrganizationIdAndBranchIdAndArchivedOrderByCreatedAtAscIdAsc(
                                                organization,
                                                branch,
                                                query.archived(),
                                                after,
                                                limit),
                        CategoryRow::view,
                        CategoryView::id,
                        CategoryPage::new);
    }

    @QueryHandler
    ModifierGroupPage answer(
            ListModifierGroups query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return new Scroll<ModifierGroupRow>(
                        id -> groups.findByIdAndOrganizationIdAndBranchId(id, organization, branch),
                        ModifierGroupRow::place)
                .page(
                        query.cursor(),
                        query.limit(),
                        (after, limit) ->
                                groups
                                        .findByOrganizationIdAndBranchIdAndArchivedOrderByCreatedAtAscIdAsc(
                                                organization,
                                                branch,
                                                query.archived(),
                                                after,
                                                limit),
                        options::view,
                        ModifierGroupView::id,
                        ModifierGroupPage::new);
    }
}
