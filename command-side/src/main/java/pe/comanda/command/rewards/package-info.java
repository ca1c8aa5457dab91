/**
 * Runs rewards, and brings them and the points that pay for them along with the orders that have
 * them.
 */
@NullMarked
package pe.comanda.command.rewards;

import org.jspecify.annotations.NullMarked;
