/** What is pushed to screens. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.live;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
