package pe.comanda.domain.menu;

import static pe.comanda.domain.menu.MenuRule.*;

import pe.comanda.domain.menu.ModifierGroupCommand.*;
import pe.comanda.domain.menu.ModifierGroupEvent.*;

import java.util.ArrayList;
import java.util.List;

/** A group of options in one of its states. */
public sealed interface ModifierGroup
        permits ModifierGroup.NotCreated, OfferedGroup, ModifierGroup.Archived {
    ModifierGroup NOT_CREATED = new NotCreated();

    record NotCreated() implements ModifierGroup {}

    record Archived(OfferedGroup last) implements ModifierGroup {}

    default List<ModifierGroupEvent> decide(ModifierGroupCommand command) {
        return switch (command) {
            case CreateModifierGroup create -> {
                GROUP_IS_CREATED_ONCE.require(this instanceof NotCreated);
                yield List.of(OfferedGroup.create(create));
            }
            case ChangeModifierGroup change -> mustBeOffered().change(change);
            case AddOption(_, var option) -> mustBeOffered().add(option);
            case ChangeOption(_, var option) -> mustBeOffered().change(option);
            case RemoveOption(_, var option) -> mustBeOffered().remove(option);
            case SetOptionAvailability(_, var option, var available) ->
                    mustBeOffered().available(option, available);
            case ArchiveModifierGroup(var id) -> {
                var unused = mustBeOffered();
                yield List.of(new ModifierGroupArchived(id));
            }
            case RestoreModifierGroup(var id) ->
                    switch (this) {
                        case NotCreated _ -> throw GROUP_MUST_EXIST.broken();
                        case OfferedGroup _ -> List.of();
                        case Archived _ -> List.of(new ModifierGroupRestored(id));
                    };
        };
    }

    default ModifierGroup evolve(ModifierGroupEvent event) {
        return switch (event) {
            case ModifierGroupCreated(var id, var name, var limits, var options) ->
                    new OfferedGroup(id, name, limits, options);
            case ModifierGroupChanged(_, var name, var limits) -> offered().with(name, limits);
            case OptionAdded(_, var option) -> {
                var options = new ArrayList<>(offered().options());
                options.add(option);
                yield offered().with(options);
            }
            case OptionChanged(_, var option) -> offered().replaced(option.id(), _ -> option);
            case OptionRemoved(_, var option) ->
                    offered()
                            .with(
                                    offered().options().stream()
                                            .filter(o -> !o.id().equals(option))
                                            .toList());
            case OptionTakenOff(_, var option) ->
                    offered().replaced(option, o -> o.available(false));
            case OptionBroughtBack(_, var option) ->
                    offered().replaced(option, o -> o.available(true));
            case ModifierGroupArchived _ -> new Archived(offered());
            case ModifierGroupRestored _ -> this instanceof Archived(var last) ? last : offered();
        };
    }

    private OfferedGroup mustBeOffered() {
        return switch (this) {
            case NotCreated _ -> throw GROUP_MUST_EXIST.broken();
            case OfferedGroup offered -> offered;
            case Archived _ -> throw GROUP_IS_ARCHIVED.broken();
        };
    }

    private OfferedGroup offered() {
        if (this instanceof OfferedGroup offered) {
            return offered;
        }
        throw new IllegalStateException("History is broken: a group that is not offered changed");
    }
}
