package pe.comanda.query.menu;

import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.menu.DishView;
import pe.comanda.domain.menu.MenuQuery.*;
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
    DishList answer(
            ListDishes query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return new DishList(
                dishes
                        .findByOrganizationIdAndBranchIdAndArchivedOrderByRankAscCreatedAtAscIdAsc(
                                organization, branch, query.archived())
                        .stream()
                        .map(DishRow::view)
                        .toList());
    }

    @QueryHandler
    CategoryList answer(
            ListCategories query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return new CategoryList(
                categories
                        .findByOrganizationIdAndBranchIdAndArchivedOrderByCreatedAtAscIdAsc(
                                organization, branch, query.archived())
                        .stream()
                        .map(CategoryRow::view)
                        .toList());
    }

    @QueryHandler
    ModifierGroupList answer(
            ListModifierGroups query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return new ModifierGroupList(
                groups
                        .findByOrganizationIdAndBranchIdAndArchivedOrderByCreatedAtAscIdAsc(
                                organization, branch, query.archived())
                        .stream()
                        .map(options::view)
                        .toList());
    }
}
