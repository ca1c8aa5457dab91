/** Boletas and facturas, their numbers and their way to SUNAT. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.invoicing;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
