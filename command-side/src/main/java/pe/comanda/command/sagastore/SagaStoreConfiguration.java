package pe.comanda.command.sagastore;

import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.modelling.saga.repository.jpa.JpaSagaStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class SagaStoreConfiguration {

    @Bean
    JpaSagaStore sagaStore(
            EntityManagerProvider entityManagers,
            @Qualifier("serializer") Serializer serializer,
            JdbcTemplate sql) {
        return new BatchedSagaStore(
                JpaSagaStore.builder().entityManagerProvider(entityManagers).serializer(serializer),
                serializer,
                sql);
    }
}
