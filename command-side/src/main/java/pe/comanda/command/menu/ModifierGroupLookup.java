package pe.comanda.command.menu;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.menu.GroupLimits;
import pe.comanda.domain.menu.GroupOption;
import pe.comanda.domain.menu.ModifierGroupEvent;
import pe.comanda.domain.menu.ModifierGroupEvent.*;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.ordering.Offers.Choice;
import pe.comanda.domain.ordering.Offers.Option;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which modifier groups there are, ready to be offered. */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class ModifierGroupLookup {
    private final Lookup<Entry> groups;

    ModifierGroupLookup(Lookups lookups) {
        this.groups = lookups.of("modifier-group", Entry.class);
    }

    record Entry(String branch, Choice choice, boolean archived) {}

    /** What to choose from, if the group belongs to the branch and is not archived. */
    Optional<Choice> offered(ModifierGroupId group, String branch) {
        return groups.find(group.value())
                .filter(entry -> entry.branch().equals(branch) && !entry.archived())
                .map(Entry::choice);
    }

    /** Whether a group of the branch, archived or not, has the option. */
    boolean haveOption(String option, String branch) {
        return groups.inBranch(branch).stream()
                .flatMap(entry -> entry.choice().options().stream())
                .anyMatch(offered -> offered.option().value().equals(option));
    }

    @EventHandler
    void on(ModifierGroupEvent event, MetaData metadata) {
        switch (event) {
            case ModifierGroupCreated(var id, var name, var limits, var options) -> {
                var branch = Owner.of(metadata).mustHaveBranch();
                var choice =
                        choice(
                                id,
                                name,
                                limits,
                                options.stream().map(ModifierGroupLookup::option).toList());
                groups.put(id.value(), metadata, new Entry(branch, choice, false));
            }
            case ModifierGroupChanged(var id, var name, var limits) ->
                    change(id, metadata, c -> choice(id, name, limits, c.options()));
            case OptionAdded(var id, var added) ->
                    change(id, metadata, c -> with(c, plus(c, option(added))));
            case OptionChanged(var id, var changed) ->
                    change(id, metadata, c -> with(c, changed.id(), _ -> option(changed)));
            case OptionRemoved(var id, var removed) ->
                    change(id, metadata, c -> with(c, minus(c, removed)));
            case OptionTakenOff(var id, var option) ->
                    change(id, metadata, c -> with(c, option, o -> available(o, false)));
            case OptionBroughtBack(var id, var option) ->
                    change(id, metadata, c -> with(c, option, o -> available(o, true)));
            case ModifierGroupArchived(var id) -> archived(id, true, metadata);
            case ModifierGroupRestored(var id) -> archived(id, false, metadata);
        }
    }

    @ResetHandler
    void reset() {
        groups.clear();
    }

    private void change(ModifierGroupId id, MetaData metadata, UnaryOperator<Choice> change) {
        var known = known(id);
        groups.put(
                id.value(),
                metadata,
                new Entry(known.branch(), change.apply(known.choice()), known.archived()));
    }

    private void archived(ModifierGroupId id, boolean archived, MetaData metadata) {
        var known = known(id);
        groups.put(id.value(), metadata, new Entry(known.branch(), known.choice(), archived));
    }

    private Entry known(ModifierGroupId id) {
        return groups.find(id.value())
                .orElseThrow(() -> new IllegalStateException("Nobody created " + id));
    }

    private static Choice choice(
            ModifierGroupId id, String name, GroupLimits limits, List<Option> options) {
        return new Choice(id, name, limits.effectiveMin(), limits.max(), options);
    }

    private static Choice with(Choice choice, List<Option> options) {
        return new Choice(choice.group(), choice.name(), choice.min(), choice.max(), options);
    }

    private static Choice with(Choice choice, OptionId option, UnaryOperator<Option> by) {
        return with(
                choice,
                choice.options().stream()
                        .map(o -> o.option().equals(option) ? by.apply(o) : o)
                        .toList());
    }

    private static List<Option> plus(Choice choice, Option added) {
        return Stream.concat(choice.options().stream(), Stream.of(added)).toList();
    }

    private static List<Option> minus(Choice choice, OptionId removed) {
        return choice.options().stream().filter(o -> !o.option().equals(removed)).toList();
    }

    private static Option available(Option option, boolean now) {
        return new Option(option.option(), option.name(), option.price(), now);
    }

    private static Option option(GroupOption option) {
        return new Option(option.id(), option.name(), option.price(), option.available());
    }
}
