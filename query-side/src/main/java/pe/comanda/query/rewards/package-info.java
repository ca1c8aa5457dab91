/** Rewards as managers and cashiers look at them. */
@NullMarked
package pe.comanda.query.rewards;

import org.jspecify.annotations.NullMarked;
