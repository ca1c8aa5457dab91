/** The menu: its aggregates on Axon, and what others must know of it to decide. */
@NullMarked
package pe.comanda.command.menu;

import org.jspecify.annotations.NullMarked;
