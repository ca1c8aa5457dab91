/** Stock, recipes and shortages over HTTP. */
@NullMarked
package pe.comanda.api.inventory;

import org.jspecify.annotations.NullMarked;
