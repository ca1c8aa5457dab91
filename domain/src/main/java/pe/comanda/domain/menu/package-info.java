/** What a branch offers: categories, dishes, modifier groups. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.menu;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
