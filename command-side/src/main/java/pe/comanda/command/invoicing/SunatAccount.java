package pe.comanda.command.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.Ruc;

/**
 * How an issuer signs in.
 *
 * @param user SOL secondary user without the RUC before it
 * @param validity for the validity service, the only one that knows boletas; null where it is not
 *     set up
 */
public record SunatAccount(
        Ruc ruc, String user, String password, @Nullable ValidityClient validity) {

    /** An OAuth2 client of api.sunat.gob.pe. */
    public record ValidityClient(String id, String secret) {
        @Override
        public String toString() {
            return "ValidityClient[" + id + "]";
        }
    }

    /** What SUNAT wants as the user name. */
    public String login() {
        return ruc + user;
    }

    /** Without the password, so that no log has it. */
    @Override
    public String toString() {
        return "SunatAccount[" + login() + "]";
    }
}
