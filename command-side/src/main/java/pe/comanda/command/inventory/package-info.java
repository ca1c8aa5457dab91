/** Runs stock items, recipes, and the process that takes from stock what orders need. */
@NullMarked
package pe.comanda.command.inventory;

import org.jspecify.annotations.NullMarked;
