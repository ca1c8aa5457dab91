/** Issuing documents and bringing them to SUNAT. */
@NullMarked
@CheckReturnValue
package pe.comanda.command.invoicing;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
