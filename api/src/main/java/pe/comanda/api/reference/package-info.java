/** What the door tells about itself: OpenAPI for HTTP, AsyncAPI for the socket. */
@NullMarked
package pe.comanda.api.reference;

import org.jspecify.annotations.NullMarked;
