/** The people who work in an organization. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.identity;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
