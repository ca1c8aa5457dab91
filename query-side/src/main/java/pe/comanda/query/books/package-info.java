/** What accountants keep: the daily match, the gaps, the month, the registers. */
@NullMarked
package pe.comanda.query.books;

import org.jspecify.annotations.NullMarked;
