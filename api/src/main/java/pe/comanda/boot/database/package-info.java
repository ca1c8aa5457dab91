/** The connection to PostgreSQL and the tenant that it carries. */
@NullMarked
package pe.comanda.boot.database;

import org.jspecify.annotations.NullMarked;
