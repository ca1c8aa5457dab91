/** What every controller uses: sending commands, asking queries, and one place for refusals. */
@NullMarked
package pe.comanda.api.shared;

import org.jspecify.annotations.NullMarked;
