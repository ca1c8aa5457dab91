/** Runs orders. */
@NullMarked
package pe.comanda.command.ordering;

import org.jspecify.annotations.NullMarked;
