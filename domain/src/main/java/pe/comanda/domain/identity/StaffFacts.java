package pe.comanda.domain.identity;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.tenancy.BranchId;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * What must be known of the world to decide about a person.
 *
 * @param by who asks
 * @param isBranch whether the organization has this branch
 * @param anotherAdmin whether somebody else in the organization is an active org_admin; asked only
 *     where this person ceases to be one
 */
public record StaffFacts(Caller by, Predicate<BranchId> isBranch, BooleanSupplier anotherAdmin) {}
