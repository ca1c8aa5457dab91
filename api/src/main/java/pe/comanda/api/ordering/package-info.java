/** Orders over HTTP. */
@NullMarked
package pe.comanda.api.ordering;

import org.jspecify.annotations.NullMarked;
