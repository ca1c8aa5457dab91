package pe.comanda.domain.identity;

import pe.comanda.domain.identity.IdentityQuery.ActorView;

import java.util.Optional;

/**
 * Who may act at this moment, where the query side is in this process: the door asks for every
 * request, and a message to the next room would cost more than the answer. The same answer as to
 * {@link IdentityQuery.FindActor}.
 */
public interface ActorsAtHand {
    /** Asked in the scope of all tenants. Empty where nobody has that id. */
    Optional<ActorView> find(String staff);
}
