/** Who is at the door: tokens, sign-in, sign-up, sessions, and the filter before every route. */
@NullMarked
package pe.comanda.api.security;

import org.jspecify.annotations.NullMarked;
