/** What people look at: projections, their tables, their answers. Never decides, never commands. */
@NullMarked
package pe.comanda.query;

import org.jspecify.annotations.NullMarked;
