/**
 * The floor: tables and sessions on Axon, who sits where, and what follows when parties are done.
 */
@NullMarked
package pe.comanda.command.floor;

import org.jspecify.annotations.NullMarked;
