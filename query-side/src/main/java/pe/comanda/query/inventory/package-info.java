/** Stock as people look at it: items, movements, shortages, recipes. */
@NullMarked
package pe.comanda.query.inventory;

import org.jspecify.annotations.NullMarked;
