/** Everything that knows SUNAT: UBL, signatures, ZIPs, SOAP. */
@NullMarked
@CheckReturnValue
package pe.comanda.command.invoicing.sunat;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
