/** Documents by e-mail: an outbox, and the run that empties it. */
@NullMarked
package pe.comanda.api.mail;

import org.jspecify.annotations.NullMarked;
