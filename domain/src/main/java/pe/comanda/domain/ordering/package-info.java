/** What a table, a counter or a delivery asks for, from the first line to the paid sale. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.ordering;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
