package pe.comanda.domain.invoicing;

/** A sentence that the law wants on a document (SUNAT catalogue 52). */
public record Legend(String code, String text) {
    static final Legend FREE =
            new Legend(
                    "1002",
                    "TRANSFERENCIA GRATUITA DE UN BIEN Y/O SERVICIO PRESTADO GRATUITAMENTE");
}
