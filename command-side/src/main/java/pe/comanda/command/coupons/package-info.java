/** Runs coupons, and brings them along with the orders that have them. */
@NullMarked
package pe.comanda.command.coupons;

import org.jspecify.annotations.NullMarked;
