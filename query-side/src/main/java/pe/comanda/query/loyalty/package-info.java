/** Points as customers and cashiers look at them. */
@NullMarked
package pe.comanda.query.loyalty;

import org.jspecify.annotations.NullMarked;
