/** The menu as guests see it, rendered when it changes, and as staff edit it. */
@NullMarked
package pe.comanda.query.menu;

import org.jspecify.annotations.NullMarked;
