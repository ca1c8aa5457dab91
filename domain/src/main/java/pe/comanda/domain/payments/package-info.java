/** How a sale is paid: methods, tips, change. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.payments;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
