/** Drawing on paper: sheets, the roll of a till's printer, letters and QR codes, as PDF. */
@NullMarked
package pe.comanda.query.print;

import org.jspecify.annotations.NullMarked;
