/** The floor's routes: tables, QR codes, sessions, and the door that guests come in by. */
@NullMarked
package pe.comanda.api.floor;

import org.jspecify.annotations.NullMarked;
