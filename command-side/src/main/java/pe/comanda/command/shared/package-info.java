/**
 * What every capability of the command side uses: the gate before the handlers, tenancy, lookups.
 */
@NullMarked
package pe.comanda.command.shared;

import org.jspecify.annotations.NullMarked;
