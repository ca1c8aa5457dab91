/** Boletas and facturas over HTTP, their files, and their way to SUNAT. */
@NullMarked
package pe.comanda.api.invoicing;

import org.jspecify.annotations.NullMarked;
