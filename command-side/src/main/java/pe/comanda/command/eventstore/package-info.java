/** Where the events are kept. */
@NullMarked
package pe.comanda.command.eventstore;

import org.jspecify.annotations.NullMarked;
