package pe.comanda.domain.menu;

import pe.comanda.domain.shared.DomainEvent;

import java.util.List;

/** Everything that can have happened to a modifier group. Stored for ever. */
public sealed interface ModifierGroupEvent extends DomainEvent {
    ModifierGroupId group();

    record ModifierGroupCreated(
            ModifierGroupId group, String name, GroupLimits limits, List<GroupOption> options)
            implements ModifierGroupEvent {
        public ModifierGroupCreated {
            options = List.copyOf(options);
        }
    }

    record ModifierGroupChanged(ModifierGroupId group, String name, GroupLimits limits)
            implements ModifierGroupEvent {}

    record OptionAdded(ModifierGroupId group, GroupOption option) implements ModifierGroupEvent {}

    record OptionChanged(ModifierGroupId group, GroupOption option) implements ModifierGroupEvent {}

    record OptionRemoved(ModifierGroupId group, OptionId option) implements ModifierGroupEvent {}

    record OptionTakenOff(ModifierGroupId group, OptionId option) implements ModifierGroupEvent {}

    record OptionBroughtBack(ModifierGroupId group, OptionId option)
            implements ModifierGroupEvent {}

    record ModifierGroupArchived(ModifierGroupId group) implements ModifierGroupEvent {}

    record ModifierGroupRestored(ModifierGroupId group) implements ModifierGroupEvent {}
}
