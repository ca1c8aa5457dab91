package pe.comanda.domain.menu;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.menu.MenuRule.*;
import static pe.comanda.domain.menu.Menus.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import pe.comanda.domain.menu.ModifierGroupCommand.*;
import pe.comanda.domain.menu.ModifierGroupEvent.*;
import pe.comanda.domain.shared.Money;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModifierGroupTest {
    private static final NewOption NEW_MILD = asked(MILD);
    private static final NewOption NEW_HOT = asked(HOT);

    @Test
    void a_group_is_created_with_its_options_available() {
        group().when(new CreateModifierGroup(CHILI, "Ají", ONE_OF, List.of(NEW_MILD, NEW_HOT)))
                .then(CHILI_CREATED);
    }

    @Test
    void a_required_group_asks_for_at_least_one() {
        assertThat(new GroupLimits(0, 3, true).effectiveMin()).isEqualTo(1);
        assertThat(new GroupLimits(2, 3, true).effectiveMin()).isEqualTo(2);
        assertThat(new GroupLimits(0, 3, false).effectiveMin()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1,1,false", "0,0,false", "2,1,false", "0,51,false", "0,0,true"})
    void limits_that_no_choice_could_meet_are_refused(int min, int max, boolean required) {
        var limits = new GroupLimits(min, max, required);
        group().when(new CreateModifierGroup(CHILI, "Ají", limits, List.of()))
                .refusedBy(GROUP_LIMITS_DO_NOT_FIT);
        group(CHILI_CREATED)
                .when(new ChangeModifierGroup(CHILI, "Ají", limits))
                .refusedBy(GROUP_LIMITS_DO_NOT_FIT);
    }

    @Test
    void an_option_costs_nothing_or_more() {
        group(CHILI_CREATED)
                .when(new AddOption(CHILI, option("option-x", "-0.01", false)))
                .refusedBy(PRICE_NOT_NEGATIVE);
        group(CHILI_CREATED)
                .when(new AddOption(CHILI, option("option-x", "0.00", false)))
                .accepted();
    }

    @Test
    void two_options_never_share_an_id() {
        group().when(new CreateModifierGroup(CHILI, "Ají", ONE_OF, List.of(NEW_HOT, NEW_HOT)))
                .refusedBy(OPTION_IDS_ARE_UNIQUE);
        group(CHILI_CREATED).when(new AddOption(CHILI, NEW_HOT)).refusedBy(OPTION_IDS_ARE_UNIQUE);
    }

    @Test
    void no_more_options_are_preselected_than_may_be_chosen() {
        group(CHILI_CREATED)
                .when(new AddOption(CHILI, option("option-x", "0.00", true)))
                .refusedBy(TOO_MANY_DEFAULTS);
    }

    @Test
    void a_group_has_at_most_a_hundred_options() {
        var hundred =
                java.util.stream.IntStream.range(0, 101)
                        .mapToObj(i -> option("option-" + i, "0.00", false))
                        .toList();
        group().when(new CreateModifierGroup(CHILI, "Ají", ONE_OF, hundred))
                .refusedBy(GROUP_HAS_TOO_MANY_OPTIONS);
        group().when(new CreateModifierGroup(CHILI, "Ají", ONE_OF, hundred.subList(0, 100)))
                .accepted();
    }

    @Test
    void an_option_goes_off_and_comes_back_once() {
        var off = new OptionTakenOff(CHILI, HOT.id());
        group(CHILI_CREATED).when(new SetOptionAvailability(CHILI, HOT.id(), false)).then(off);
        group(CHILI_CREATED, off).when(new SetOptionAvailability(CHILI, HOT.id(), false)).then();
        group(CHILI_CREATED, off)
                .when(new SetOptionAvailability(CHILI, HOT.id(), true))
                .then(new OptionBroughtBack(CHILI, HOT.id()));
    }

    @Test
    void changing_an_option_that_is_off_leaves_it_off() {
        group(CHILI_CREATED, new OptionTakenOff(CHILI, HOT.id()))
                .when(new ChangeOption(CHILI, option("option-hot", "2.00", false)))
                .then(
                        new OptionChanged(
                                CHILI,
                                new GroupOption(
                                        HOT.id(), "Opción", Money.of("2.00"), false, false)));
    }

    @Test
    void an_unknown_option_is_neither_changed_nor_removed() {
        var elsewhere = new OptionId("option-elsewhere");
        group(CHILI_CREATED).when(new RemoveOption(CHILI, elsewhere)).refusedBy(UNKNOWN_OPTION);
        group(CHILI_CREATED)
                .when(new SetOptionAvailability(CHILI, elsewhere, false))
                .refusedBy(UNKNOWN_OPTION);
    }

    @Test
    void a_removed_option_may_come_again() {
        group(CHILI_CREATED, new OptionRemoved(CHILI, HOT.id()))
                .when(new AddOption(CHILI, NEW_HOT))
                .then(new OptionAdded(CHILI, HOT));
    }

    @Test
    void an_archived_group_takes_no_change_until_it_is_restored() {
        var archived = new ModifierGroupArchived(CHILI);
        group(CHILI_CREATED).when(new ArchiveModifierGroup(CHILI)).then(archived);
        group(CHILI_CREATED, archived)
                .when(new RemoveOption(CHILI, HOT.id()))
                .refusedBy(GROUP_IS_ARCHIVED);
        group(CHILI_CREATED, archived)
                .when(new RestoreModifierGroup(CHILI))
                .then(new ModifierGroupRestored(CHILI));
    }

    private static NewOption asked(GroupOption option) {
        return new NewOption(option.id(), option.name(), option.price(), option.chosenByDefault());
    }

    private static NewOption option(String id, String price, boolean chosen) {
        return new NewOption(new OptionId(id), "Opción", Money.of(price), chosen);
    }
}
