/** The master key and what is sealed with it. */
@NullMarked
package pe.comanda.boot.vault;

import org.jspecify.annotations.NullMarked;
