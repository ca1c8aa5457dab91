/** How orders came to be as they are. How they are is told live. */
@NullMarked
package pe.comanda.query.ordering;

import org.jspecify.annotations.NullMarked;
