/**
 * A SUNAT of our own for development, tests and training: the same SOAP, the same checks, and
 * faults on demand.
 */
@NullMarked
@CheckReturnValue
package pe.comanda.command.invoicing.standin;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
