/** Questions about history. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.audit;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
