/** Documents on paper: A4 and the roll of a till's printer. */
@NullMarked
package pe.comanda.query.invoicing.print;

import org.jspecify.annotations.NullMarked;
