package pe.comanda.api.floor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.floor.SessionView;

/**
 * A party as staff see it.
 *
 * @param guest what they are called, while that is remembered
 */
record StaffSession(@JsonUnwrapped SessionView session, @Nullable String guest) {}
