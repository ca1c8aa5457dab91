/** Rewards: what points buy, when, and how often. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.rewards;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
