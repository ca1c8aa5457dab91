/** The door for coupons. */
@NullMarked
package pe.comanda.api.coupons;

import org.jspecify.annotations.NullMarked;
