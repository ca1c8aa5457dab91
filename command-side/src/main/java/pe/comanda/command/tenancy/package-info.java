/** Runs organizations and branches, and tells other decisions what they need of them. */
@NullMarked
package pe.comanda.command.tenancy;

import org.jspecify.annotations.NullMarked;
