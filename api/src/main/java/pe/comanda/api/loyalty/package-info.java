/** Customers and their points over HTTP. */
@NullMarked
package pe.comanda.api.loyalty;

import org.jspecify.annotations.NullMarked;
