/** The floor plan, who sits where, who waits to be let in, and where a scanned code leads. */
@NullMarked
package pe.comanda.query.floor;

import org.jspecify.annotations.NullMarked;
