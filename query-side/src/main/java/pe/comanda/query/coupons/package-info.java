/** Coupons as managers and cashiers look at them. */
@NullMarked
package pe.comanda.query.coupons;

import org.jspecify.annotations.NullMarked;
