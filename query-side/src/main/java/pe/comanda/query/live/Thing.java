package pe.comanda.query.live;

import pe.comanda.query.shared.Tenant;

import java.util.List;

/**
 * Something that screens follow, as it is now.
 *
 * @param rooms who may see it
 * @param state becomes JSON: the same in a message and in a snapshot
 */
record Thing(
        Kind kind, String id, Tenant tenant, List<String> rooms, Object state, Standing standing) {

    Thing {
        rooms = List.copyOf(rooms);
    }
}
