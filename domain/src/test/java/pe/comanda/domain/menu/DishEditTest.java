package pe.comanda.domain.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.menu.MenuRule.DISH_IS_ARCHIVED;
import static pe.comanda.domain.menu.MenuRule.PERCENTAGE_OUT_OF_RANGE;
import static pe.comanda.domain.menu.Menus.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.menu.DishEdit.*;
import pe.comanda.domain.menu.MenuItemCommand.*;
import pe.comanda.domain.menu.MenuItemEvent.DishArchived;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DishEditTest {
    private static final MenuItem LISTED = MenuItem.NOT_CREATED.evolve(CEVICHE_CREATED);

    @ParameterizedTest
    @CsvSource({"10, 41.80", "-10.5, 34.01", "0, 38.00", "-100, 0.00", "33.333, 50.67"})
    void a_percentage_is_rounded_to_cents(String percent, String price) {
        assertThat(new RepriceByPercent(new BigDecimal(percent)).on(CEVICHE, LISTED))
                .isEqualTo(new ChangePrice(CEVICHE, Money.of(price)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-100.01", "1000.5"})
    void a_percentage_that_nobody_means_is_refused(String percent) {
        var edit = new RepriceByPercent(new BigDecimal(percent));
        assertThatThrownBy(() -> edit.on(CEVICHE, LISTED))
                .hasMessage(PERCENTAGE_OUT_OF_RANGE.name());
    }

    @Test
    void a_price_that_is_lowered_stops_at_zero() {
        assertThat(new RepriceBy(Money.of("-50.00")).on(CEVICHE, LISTED))
                .isEqualTo(new ChangePrice(CEVICHE, Money.ZERO));
        assertThat(new RepriceBy(Money.of("2.50")).on(CEVICHE, LISTED))
                .isEqualTo(new ChangePrice(CEVICHE, Money.of("40.50")));
    }

    @Test
    void a_detail_is_changed_and_the_others_stay() {
        var command = (ChangeDetails) new SetAllergens(List.of()).on(CEVICHE, LISTED);

        assertThat(command.card().allergens()).isEmpty();
        assertThat(command.card().tags()).isEqualTo(CARD.tags());
        assertThat(command.card().spice()).isEqualTo(CARD.spice());
        assertThat(command.card().featured()).isTrue();
        assertThat(command.category()).isEqualTo(SEAFOOD);
    }

    @Test
    void an_archived_dish_takes_no_price() {
        var archived = LISTED.evolve(new DishArchived(CEVICHE));
        var edit = new RepriceBy(Money.of("1.00"));
        assertThatThrownBy(() -> edit.on(CEVICHE, archived)).hasMessage(DISH_IS_ARCHIVED.name());
        assertThat(new Restore().on(CEVICHE, archived)).isEqualTo(new RestoreDish(CEVICHE));
    }

    @Test
    void an_edit_asks_for_what_its_change_asks_for() {
        assertThat(edit(new SetAvailable(false)).requires())
                .isEqualTo(Permission.MENU_AVAILABILITY);
        assertThat(edit(new Archive()).requires()).isEqualTo(Permission.MENU_DELETE);
        assertThat(Role.KITCHEN.may(edit(new RepriceTo(PRICE)).requires())).isFalse();
    }

    private static EditDishes edit(DishEdit change) {
        return new EditDishes(new MenuEditId("edit-1"), List.of(CEVICHE), change);
    }
}
