-- The two roles that the embedded PostgreSQL makes for itself: the owner makes the tables (Flyway), the application only
-- uses them and is bound by row-level security. psql runs this once, on an empty volume.
\getenv owner_password COMANDA_OWNER_PASSWORD
\getenv app_password COMANDA_APP_PASSWORD

CREATE ROLE comanda_owner WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE comanda_app WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app_password';

ALTER DATABASE comanda OWNER TO comanda_owner;
REVOKE ALL ON DATABASE comanda FROM PUBLIC;
GRANT CONNECT ON DATABASE comanda TO comanda_app;
