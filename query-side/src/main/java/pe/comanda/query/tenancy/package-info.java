/** Organizations and branches as people look at them. */
@NullMarked
package pe.comanda.query.tenancy;

import org.jspecify.annotations.NullMarked;
