/** The sockets: tickets, rooms, resuming where a client left off. */
@NullMarked
package pe.comanda.api.live;

import org.jspecify.annotations.NullMarked;
