/** Who may do what: roles, permissions and the caller of a message. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.access;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
