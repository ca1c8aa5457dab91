/**
 * Orders, the kitchen board and the feed: what changes under people's eyes, written by one reader
 * in one batch.
 */
@NullMarked
package pe.comanda.query.live;

import org.jspecify.annotations.NullMarked;
