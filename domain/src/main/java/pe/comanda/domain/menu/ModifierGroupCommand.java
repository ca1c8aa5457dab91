package pe.comanda.domain.menu;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;

import java.util.List;

/** Everything one can ask of a group of options that dishes share. */
public sealed interface ModifierGroupCommand extends Command {
    ModifierGroupId group();

    @Override
    default ModifierGroupId target() {
        return group();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case CreateModifierGroup _ -> Permission.MENU_CREATE;
            case ChangeModifierGroup _, AddOption _, ChangeOption _, RestoreModifierGroup _ ->
                    Permission.MENU_UPDATE;
            case SetOptionAvailability _ -> Permission.MENU_AVAILABILITY;
            case RemoveOption _, ArchiveModifierGroup _ -> Permission.MENU_DELETE;
        };
    }

    /** Name: 1 to 100 characters; options: up to 100, in the order they are shown. */
    record CreateModifierGroup(
            ModifierGroupId group, String name, GroupLimits limits, List<NewOption> options)
            implements ModifierGroupCommand {
        public CreateModifierGroup {
            options = List.copyOf(options);
        }
    }

    record NewOption(OptionId option, String name, Money price, boolean chosenByDefault) {}

    record ChangeModifierGroup(ModifierGroupId group, String name, GroupLimits limits)
            implements ModifierGroupCommand {}

    record AddOption(ModifierGroupId group, NewOption option) implements ModifierGroupCommand {}

    record ChangeOption(ModifierGroupId group, NewOption option) implements ModifierGroupCommand {}

    record RemoveOption(ModifierGroupId group, OptionId option) implements ModifierGroupCommand {}

    /** Asking for what is already so changes nothing. */
    record SetOptionAvailability(ModifierGroupId group, OptionId option, boolean available)
            implements ModifierGroupCommand {}

    /** Dishes keep their link; an archived group is not offered. */
    record ArchiveModifierGroup(ModifierGroupId group) implements ModifierGroupCommand {}

    record RestoreModifierGroup(ModifierGroupId group) implements ModifierGroupCommand {}
}
