package pe.comanda.query.shared;

import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.shared.LogReaders;
import pe.comanda.domain.shared.Query;
import pe.comanda.domain.shared.RuleViolated;

import java.time.Duration;

/**
 * The gate that every query passes: may this caller ask, are they within their branches, has the
 * view got as far as the caller has seen, and whose rows may be read.
 */
@Component
class QueryGate implements MessageHandlerInterceptor<QueryMessage<?, ?>> {
    private static final Duration CATCH_UP = Duration.ofSeconds(3);
    private final LogReaders readers;

    QueryGate(LogReaders readers) {
        this.readers = readers;
    }

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var message = unitOfWork.getMessage();
        var query = (Query<?>) message.getPayload();
        try {
            var caller = Caller.from(message.getMetaData());
            if (!caller.role().may(query.requires())) {
                throw AccessRule.PERMISSION_DENIED.broken("requires", query.requires().code());
            }
            if (caller.branch() != null && caller.role() != Role.CUSTOMER) {
                AccessRule.FOREIGN_BRANCH.require(caller.reachesBranch(caller.branch()));
            }
            var position = message.getMetaData().get(MetadataKey.MIN_POSITION);
            if (position != null) {
                var unused =
                        readers.await(
                                "view-" + query.view(),
                                Long.parseLong(position.toString()),
                                CATCH_UP);
            }
            var scope =
                    caller.role() == Role.SYSTEM || caller.role() == Role.SUPER_ADMIN
                            ? TenantScope.ALL
                            : caller.organization();
            return TenantScope.call(scope, chain::proceed);
        } catch (RuleViolated refusal) {
            throw new QueryExecutionException(
                    refusal.rule().name(),
                    refusal,
                    new Refusal(refusal.rule().name(), refusal.details()));
        }
    }
}
