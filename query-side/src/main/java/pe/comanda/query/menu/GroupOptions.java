package pe.comanda.query.menu;

import org.springframework.stereotype.Component;

import pe.comanda.domain.menu.GroupOption;
import pe.comanda.domain.menu.ModifierGroupView;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.stream.Stream;

/** Reads and writes the options of a group, in the order they are shown. */
@Component
class GroupOptions {
    private final JsonMapper json;

    GroupOptions(JsonMapper json) {
        this.json = json;
    }

    ModifierGroupView view(ModifierGroupRow row) {
        return new ModifierGroupView(
                row.id(),
                row.name(),
                row.min(),
                row.max(),
                row.required(),
                read(row),
                row.archived(),
                row.version());
    }

    String written(List<GroupOption> options) {
        return json.writeValueAsString(options.stream().map(GroupOptions::option).toList());
    }

    String plus(ModifierGroupRow row, GroupOption added) {
        return json.writeValueAsString(
                Stream.concat(read(row).stream(), Stream.of(option(added))).toList());
    }

    String without(ModifierGroupRow row, String removed) {
        return json.writeValueAsString(
                read(row).stream().filter(option -> !option.id().equals(removed)).toList());
    }

    String replaced(ModifierGroupRow row, GroupOption changed) {
        return json.writeValueAsString(
                read(row).stream()
                        .map(o -> o.id().equals(changed.id().value()) ? option(changed) : o)
                        .toList());
    }

    String available(ModifierGroupRow row, String option, boolean now) {
        return json.writeValueAsString(
                read(row).stream()
                        .map(
                                o ->
                                        o.id().equals(option)
                                                ? new ModifierGroupView.Option(
                                                        o.id(),
                                                        o.name(),
                                                        o.price(),
                                                        o.chosenByDefault(),
                                                        now)
                                                : o)
                        .toList());
    }

    private List<ModifierGroupView.Option> read(ModifierGroupRow row) {
        return List.of(json.readValue(row.options(), ModifierGroupView.Option[].class));
    }

    private static ModifierGroupView.Option option(GroupOption option) {
        return new ModifierGroupView.Option(
                option.id().value(),
                option.name(),
                option.price(),
                option.chosenByDefault(),
                option.available());
    }
}
