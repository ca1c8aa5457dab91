package pe.comanda.command.invoicing;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.sunat.CdrReader;
import pe.comanda.command.invoicing.sunat.CdrSigner;
import pe.comanda.command.invoicing.sunat.SoapGateway;

/** The way to whoever stands behind {@code comanda.sunat}, made when it is first taken. */
@Component
class TaxOfficeDoor {
    private final SunatSettings settings;
    private final ObjectProvider<LocalTaxOffice> local;
    private @Nullable Ways ways;

    TaxOfficeDoor(SunatSettings settings, ObjectProvider<LocalTaxOffice> local) {
        this.settings = settings;
        this.local = local;
    }

    private record Ways(FiscalGateway gateway, CdrReader cdrs) {}

    FiscalGateway gateway() {
        return ways().gateway();
    }

    /** Reads CDRs as the gateway does. */
    CdrReader cdrs() {
        return ways().cdrs();
    }

    private synchronized Ways ways() {
        if (ways == null) {
            ways = make();
        }
        return ways;
    }

    private Ways make() {
        if (settings.isLocal()) {
            var standIn = local.getObject().open();
            var cdrs = new CdrReader(CdrSigner.exactly(standIn.certificate()));
            return new Ways(new SoapGateway(standIn.endpoints(settings.answer()), cdrs), cdrs);
        }
        var cdrs = new CdrReader(settings.signer());
        return new Ways(new SoapGateway(settings.remote(), cdrs), cdrs);
    }
}
