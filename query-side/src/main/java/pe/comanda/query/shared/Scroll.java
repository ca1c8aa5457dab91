package pe.comanda.query.shared;

import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

import pe.comanda.domain.shared.MalformedValue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Pages of rows in an order that people can change. The cursor names the last row of the page
 * before, and the next page starts after the place where that row stands now.
 *
 * @param ofId the row with this id, of the caller's own tenant
 * @param place the properties of a row by which the list is ordered, and their values
 */
public record Scroll<R>(Function<String, Optional<R>> ofId, Function<R, Map<String, ?>> place) {
    private static final int MOST = 200;

    /**
     * @param limit 1 to 200, taken to the nearest of them
     * @param rows the repository's question
     * @param id of what is shown
     * @param page made of what it shows and the cursor of the next one: empty where there is no
     *     more
     */
    public <V, P> P page(
            String cursor,
            int limit,
            BiFunction<KeysetScrollPosition, Limit, Window<R>> rows,
            Function<R, V> view,
            Function<V, String> id,
            BiFunction<List<V>, String, P> page) {
        var found = rows.apply(after(IdCursor.of(cursor)), Limit.of(Math.clamp(limit, 1, MOST)));
        var items = found.map(view).getContent();
        return page.apply(items, found.hasNext() ? IdCursor.text(id.apply(items.getLast())) : "");
    }

    private KeysetScrollPosition after(String id) {
        return id.isEmpty()
                ? ScrollPosition.keyset()
                : ScrollPosition.forward(
                        place.apply(ofId.apply(id).orElseThrow(MalformedValue::cursor)));
    }
}
