package pe.comanda.api.security;

import static pe.comanda.api.shared.EdgeRule.UNAVAILABLE;

import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.identity.ActorsAtHand;
import pe.comanda.domain.identity.IdentityQuery.*;
import pe.comanda.domain.identity.StaffId;
import pe.comanda.domain.shared.Query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks who may act at this moment. The query side answers from memory, here or elsewhere. */
@Component
class Actors {
    private static final Logger LOG = LoggerFactory.getLogger(Actors.class);
    private static final Map<String, String> ITSELF = Caller.system("", null, "door").toMetadata();
    private final QueryGateway queries;
    private final @Nullable ActorsAtHand atHand;

    Actors(QueryGateway queries, Optional<ActorsAtHand> atHand) {
        this.queries = queries;
        this.atHand = atHand.orElse(null);
    }

    Optional<ActorView> find(String staff) {
        if (atHand != null) {
            var leave = TenantScope.enter(TenantScope.ALL);
            try {
                return atHand.find(staff);
            } finally {
                leave.run();
            }
        }
        return ask(new FindActor(new StaffId(staff)), ActorView.class, ITSELF);
    }

    /**
     * Somebody of whom it is certain that they exist: they have credentials, or a token of ours.
     * Where the view does not know them it is behind, or being rebuilt. They are told to come back;
     * a refusal would sign them out.
     */
    ActorView known(String staff) {
        return find(staff).orElseThrow(() -> UNAVAILABLE.broken("retryAfter", 2));
    }

    /** The same, once the view has read as far as this position. */
    Optional<ActorView> find(String staff, long position) {
        return ask(new FindActor(new StaffId(staff)), ActorView.class, after(position));
    }

    /** Whether there is such an organization, whether it is suspended, and its branches. */
    Optional<StandingView> standing(String organization) {
        return ask(new FindStanding(organization), StandingView.class, ITSELF);
    }

    /** The same, once the view has read as far as this position. */
    Optional<StandingView> standing(String organization, long position) {
        return ask(new FindStanding(organization), StandingView.class, after(position));
    }

    /** Name and e-mail. */
    Optional<StaffView> profile(String staff, String organization) {
        return ask(
                new FindStaff(new StaffId(staff)),
                StaffView.class,
                Caller.system(organization, null, "door").toMetadata());
    }

    private static Map<String, String> after(long position) {
        var metadata = new HashMap<>(ITSELF);
        metadata.put(MetadataKey.MIN_POSITION, String.valueOf(position));
        return metadata;
    }

    private <V> Optional<V> ask(Query<V> query, Class<V> view, Map<String, String> metadata) {
        try {
            return queries.query(
                            query.getClass().getName(),
                            new GenericMessage<>(query, metadata),
                            ResponseTypes.optionalInstanceOf(view))
                    .get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The query side does not answer the door: {}", e.toString());
            throw UNAVAILABLE.broken("retryAfter", 2);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw UNAVAILABLE.broken("retryAfter", 2);
        }
    }
}
