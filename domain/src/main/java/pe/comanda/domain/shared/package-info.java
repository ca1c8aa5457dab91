/** The words that every capability shares: money, quantities, ids, messages and named rules. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.shared;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
