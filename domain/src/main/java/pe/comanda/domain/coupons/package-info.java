/** Coupons: what they give, where and when, and how often they may be used. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.coupons;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
