/** The people of an organization over HTTP. */
@NullMarked
package pe.comanda.api.identity;

import org.jspecify.annotations.NullMarked;
