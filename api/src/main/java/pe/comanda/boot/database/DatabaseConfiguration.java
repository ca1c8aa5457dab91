package pe.comanda.boot.database;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

import java.sql.Connection;
import java.time.Duration;

import javax.sql.DataSource;

/**
 * One pool. A connection is taken when the first statement needs it: a refused command takes none.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(defaultCandidate = false)
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource pool(
            DataSourceProperties properties,
            @Value("${comanda.postgres.transaction-limit:25s}") Duration limit) {
        var pool = properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
        pool.setConnectionInitSql(TransactionLimit.sql(limit));
        return pool;
    }

    @Bean
    @Primary
    DataSource dataSource(@Qualifier("pool") HikariDataSource pool) {
        var lazy = new LazyConnectionDataSourceProxy(new TenantDataSource(pool));
        lazy.setDefaultAutoCommit(true);
        lazy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return lazy;
    }
}
