package pe.comanda.command.invoicing.sunat;

/** Whose lists and catalogues codes are taken from, as attributes name them. */
final class UblNames {
    static final String SUNAT = "PE:SUNAT";
    static final String UNECE = "United Nations Economic Commission for Europe";
    static final String CATALOGUE = "urn:pe:gob:sunat:cpe:see:gem:catalogos:catalogo";

    private UblNames() {}
}
