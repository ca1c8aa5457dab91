/** How a view is built again from the first event: straight from the event table, in one go. */
@NullMarked
package pe.comanda.boot.replay;

import org.jspecify.annotations.NullMarked;
