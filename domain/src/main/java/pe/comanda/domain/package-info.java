/** The language of a restaurant and its rules. Pure Java: no framework, no clock, no chance. */
@NullMarked
@CheckReturnValue
package pe.comanda.domain;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
