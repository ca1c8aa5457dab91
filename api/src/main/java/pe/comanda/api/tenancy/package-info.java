/** Organizations and branches over HTTP. */
@NullMarked
package pe.comanda.api.tenancy;

import org.jspecify.annotations.NullMarked;
