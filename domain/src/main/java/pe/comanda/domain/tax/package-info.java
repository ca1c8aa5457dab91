/** Which tax a sale carries: rates as dated facts, and the arithmetic that SUNAT checks. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.tax;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
