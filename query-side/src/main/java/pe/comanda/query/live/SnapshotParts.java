package pe.comanda.query.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client starts with, cut so that no message holds more than {@link #MOST} things: a branch
 * with thousands of open orders must not need one message of many megabytes.
 */
final class SnapshotParts {
    static final String ORDERS = "orders";
    static final int MOST = 200;

    private final List<String> parts = new ArrayList<>();
    private final Map<String, List<String>> part = new LinkedHashMap<>();
    private int held;

    SnapshotParts() {
        part.put(ORDERS, new ArrayList<>());
        for (var kind : Kind.values()) {
            if (!kind.many().isEmpty()) {
                part.put(kind.many(), new ArrayList<>());
            }
        }
    }

    /** What is in no list of a snapshot is left out. */
    void add(String list, List<String> rendered) {
        var into = part.get(list);
        if (into == null) {
            return;
        }
        for (var one : rendered) {
            if (held == MOST) {
                cut();
            }
            into.add(one);
            held++;
        }
    }

    /** JSON objects that have every list, though it be empty; at least one. */
    List<String> all() {
        cut();
        return parts;
    }

    private void cut() {
        var body = new StringBuilder("{");
        part.forEach(
                (list, rendered) -> {
                    body.append(body.length() == 1 ? "" : ",").append('"').append(list);
                    body.append("\":[").append(String.join(",", rendered)).append(']');
                    rendered.clear();
                });
        parts.add(body.append('}').toString());
        held = 0;
    }
}
