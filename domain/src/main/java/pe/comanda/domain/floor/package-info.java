/** Tables, their QR codes and the sessions of those who sit at them. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.floor;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
