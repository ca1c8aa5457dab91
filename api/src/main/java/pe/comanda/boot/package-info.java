/**
 * How the program is put together: sides, stores, serializers, processors, the database it runs on.
 */
@NullMarked
package pe.comanda.boot;

import org.jspecify.annotations.NullMarked;
