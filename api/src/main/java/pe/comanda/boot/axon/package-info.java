/** How Axon is set up for every side. */
@NullMarked
package pe.comanda.boot.axon;

import org.jspecify.annotations.NullMarked;
