/** History as auditors read it: the timeline of everything, and any state as of any moment. */
@NullMarked
package pe.comanda.query.audit;

import org.jspecify.annotations.NullMarked;
