/** What auditors ask over HTTP. */
@NullMarked
package pe.comanda.api.audit;

import org.jspecify.annotations.NullMarked;
