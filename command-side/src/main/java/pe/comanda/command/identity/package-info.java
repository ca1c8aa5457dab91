/** Runs the people who work in organizations, and tells the gate who may act. */
@NullMarked
package pe.comanda.command.identity;

import org.jspecify.annotations.NullMarked;
