/**
 * How wishes become facts: aggregates on Axon, the event store, sagas, policies and gateways to the
 * outside.
 */
@NullMarked
package pe.comanda.command;

import org.jspecify.annotations.NullMarked;
