/** The menu's routes: looked at by guests and tills, edited by staff. */
@NullMarked
package pe.comanda.api.menu;

import org.jspecify.annotations.NullMarked;
