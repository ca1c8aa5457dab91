/** The door: REST and WebSocket for client apps, auditors and finance staff. */
@NullMarked
package pe.comanda.api;

import org.jspecify.annotations.NullMarked;
