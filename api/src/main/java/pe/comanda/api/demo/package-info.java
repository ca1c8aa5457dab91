/** A restaurant to play with, loaded by commands on the first start. */
@NullMarked
package pe.comanda.api.demo;

import org.jspecify.annotations.NullMarked;
