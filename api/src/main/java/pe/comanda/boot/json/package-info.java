/** How the language is written as JSON, in events and in answers. */
@NullMarked
package pe.comanda.boot.json;

import org.jspecify.annotations.NullMarked;
