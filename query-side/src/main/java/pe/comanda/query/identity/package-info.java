/** The people of an organization as others look at them, and who may act at this moment. */
@NullMarked
package pe.comanda.query.identity;

import org.jspecify.annotations.NullMarked;
