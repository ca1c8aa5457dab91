/** Runs customers and their points. */
@NullMarked
package pe.comanda.command.loyalty;

import org.jspecify.annotations.NullMarked;
