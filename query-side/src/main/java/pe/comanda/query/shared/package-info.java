/** What every projection uses: the names of the views, the gate before the answers. */
@NullMarked
package pe.comanda.query.shared;

import org.jspecify.annotations.NullMarked;
