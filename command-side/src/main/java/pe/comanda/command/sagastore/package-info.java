/** Where the sagas are kept between their events. */
@NullMarked
package pe.comanda.command.sagastore;

import org.jspecify.annotations.NullMarked;
