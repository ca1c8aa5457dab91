/** Customers' points: earned, redeemed, adjusted. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.loyalty;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
