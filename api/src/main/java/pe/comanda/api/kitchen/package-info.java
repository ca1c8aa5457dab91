/** The kitchen's screen. */
@NullMarked
package pe.comanda.api.kitchen;

import org.jspecify.annotations.NullMarked;
