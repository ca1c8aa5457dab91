/**
 * The database that runs when none is configured: the real PostgreSQL, in a folder of its own, made
 * to last.
 */
@NullMarked
@CheckReturnValue
package pe.comanda.boot.postgres;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
