/** Stock items, recipes and the deduction of what an order takes. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.inventory;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
