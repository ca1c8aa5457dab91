/**
 * What an operator does to a running node: watch processors, replay views, re-drive dead letters.
 */
@NullMarked
package pe.comanda.boot.operations;

import org.jspecify.annotations.NullMarked;
