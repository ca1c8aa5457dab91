/** Organizations and their branches: who the tenants are and how each branch works. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain.tenancy;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
