package pe.comanda.domain.menu;

import static pe.comanda.domain.menu.MenuRule.*;

import pe.comanda.domain.menu.ModifierGroupCommand.*;
import pe.comanda.domain.menu.ModifierGroupEvent.*;
import pe.comanda.domain.shared.Words;

import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A group that dishes may offer.
 *
 * @param options in the order they are shown
 */
public record OfferedGroup(
        ModifierGroupId id, String name, GroupLimits limits, List<GroupOption> options)
        implements ModifierGroup {
    static final int MAX_OPTIONS = 100;

    public OfferedGroup {
        options = List.copyOf(options);
    }

    static ModifierGroupCreated create(CreateModifierGroup command) {
        command.limits().mustFit();
        var options = command.options().stream().map(OfferedGroup::checked).toList();
        GROUP_HAS_TOO_MANY_OPTIONS.require(options.size() <= MAX_OPTIONS, "limit", MAX_OPTIONS);
        var ids = new HashSet<OptionId>();
        for (var option : options) {
            OPTION_IDS_ARE_UNIQUE.require(ids.add(option.id()), "option", option.id());
        }
        defaultsFit(options.stream(), command.limits());
        return new ModifierGroupCreated(
                command.group(),
                Words.required("name", command.name(), 100),
                command.limits(),
                options);
    }

    List<ModifierGroupEvent> change(ChangeModifierGroup command) {
        command.limits().mustFit();
        defaultsFit(options.stream(), command.limits());
        var newName = Words.required("name", command.name(), 100);
        return newName.equals(name) && command.limits().equals(limits)
                ? List.of()
                : List.of(new ModifierGroupChanged(id, newName, command.limits()));
    }

    List<ModifierGroupEvent> add(NewOption added) {
        GROUP_HAS_TOO_MANY_OPTIONS.require(options.size() < MAX_OPTIONS, "limit", MAX_OPTIONS);
        OPTION_IDS_ARE_UNIQUE.require(
                options.stream().noneMatch(o -> o.id().equals(added.option())),
                "option",
                added.option());
        var option = checked(added);
        defaultsFit(Stream.concat(options.stream(), Stream.of(option)), limits);
        return List.of(new OptionAdded(id, option));
    }

    List<ModifierGroupEvent> change(NewOption changed) {
        var before = option(changed.option());
        var option = checked(changed).available(before.available());
        defaultsFit(replaced(option.id(), _ -> option).options().stream(), limits);
        return option.equals(before) ? List.of() : List.of(new OptionChanged(id, option));
    }

    List<ModifierGroupEvent> remove(OptionId option) {
        return List.of(new OptionRemoved(id, option(option).id()));
    }

    List<ModifierGroupEvent> available(OptionId option, boolean available) {
        if (option(option).available() == available) {
            return List.of();
        }
        return List.of(
                available ? new OptionBroughtBack(id, option) : new OptionTakenOff(id, option));
    }

    OfferedGroup with(String newName, GroupLimits newLimits) {
        return new OfferedGroup(id, newName, newLimits, options);
    }

    OfferedGroup with(List<GroupOption> newOptions) {
        return new OfferedGroup(id, name, limits, newOptions);
    }

    OfferedGroup replaced(OptionId option, UnaryOperator<GroupOption> by) {
        return with(options.stream().map(o -> o.id().equals(option) ? by.apply(o) : o).toList());
    }

    private GroupOption option(OptionId option) {
        return options.stream()
                .filter(o -> o.id().equals(option))
                .findFirst()
                .orElseThrow(() -> UNKNOWN_OPTION.broken("option", option));
    }

    private static GroupOption checked(NewOption option) {
        PRICE_NOT_NEGATIVE.require(!option.price().isNegative(), "price", option.price());
        return new GroupOption(
                option.option(),
                Words.required("name", option.name(), 100),
                option.price(),
                option.chosenByDefault(),
                true);
    }

    private static void defaultsFit(Stream<GroupOption> options, GroupLimits limits) {
        long defaults = options.filter(GroupOption::chosenByDefault).count();
        TOO_MANY_DEFAULTS.require(defaults <= limits.max(), "limit", limits.max());
    }
}
