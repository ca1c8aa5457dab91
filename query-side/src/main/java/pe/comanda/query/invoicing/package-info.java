/** Documents as finance staff look at them: lists, files, and every step of the way to SUNAT. */
@NullMarked
package pe.comanda.query.invoicing;

import org.jspecify.annotations.NullMarked;
