package pe.comanda.command.invoicing.sunat;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

/**
 * Where SUNAT (or an OSE, which speaks the same) is found, and how long to wait for it.
 *
 * @param billService takes documents
 * @param consultService gives CDRs of F-series documents again; production only
 * @param validity the REST service that also knows boletas, without a path
 * @param tokens gives it its tokens, without a path
 * @param connect how long a connection may take
 * @param answer how long the whole answer may take
 */
public record SunatEndpoints(
        URI billService,
        @Nullable URI consultService,
        @Nullable URI validity,
        @Nullable URI tokens,
        Duration connect,
        Duration answer) {

    public static final SunatEndpoints PRODUCTION =
            new SunatEndpoints(
                    URI.create("https://e-factura.sunat.gob.pe/ol-ti-itcpfegem/billService"),
                    URI.create(
                            "https://e-factura.sunat.gob.pe/ol-it-wsconscpegem/billConsultService"),
                    URI.create("https://api.sunat.gob.pe"),
                    URI.create("https://api-seguridad.sunat.gob.pe"),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(45));

    /** Forgets everything at once and cannot be asked. */
    public static final SunatEndpoints BETA =
            new SunatEndpoints(
                    URI.create("https://e-beta.sunat.gob.pe/ol-ti-itcpfegem-beta/billService"),
                    null,
                    null,
                    null,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(45));

    /** An OSE, which has its own address and cannot be asked through SUNAT's. */
    public static SunatEndpoints ose(URI billService) {
        return new SunatEndpoints(billService, null, null, null, BETA.connect, BETA.answer);
    }
}
