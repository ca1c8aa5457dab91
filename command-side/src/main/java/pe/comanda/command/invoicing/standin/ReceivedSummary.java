package pe.comanda.command.invoicing.standin;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;
import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.SummaryKind;
import pe.comanda.domain.invoicing.SummaryName;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A file about documents as it came in, with the questions that the rules ask of it. */
record ReceivedSummary(SummaryName name, Document xml, LocalDate today) {
    boolean isVoiding() {
        return name.kind() == SummaryKind.VOIDING;
    }

    String text(String path) {
        return Xml.text(xml.getDocumentElement(), path);
    }

    @Nullable LocalDate date(String path) {
        return Received.date(text(path));
    }

    List<Line> lines() {
        return Xml.all(
                        xml.getDocumentElement(),
                        isVoiding() ? "VoidedDocumentsLine" : "SummaryDocumentsLine")
                .stream()
                .map(it -> new Line(this, it))
                .toList();
    }

    /** One document that it tells of. */
    record Line(ReceivedSummary of, Element line) {
        String text(String path) {
            return Xml.text(line, path);
        }

        List<Element> all(String path) {
            return Xml.all(line, path);
        }

        Stream<String> texts(String path) {
            return all(path).stream().map(it -> it.getTextContent().strip());
        }

        boolean has(String path) {
            return !Xml.all(line, path).isEmpty();
        }

        String type() {
            return text("DocumentTypeCode");
        }

        /** {@code F001-4}. */
        String number() {
            return of.isVoiding()
                    ? text("DocumentSerialID") + "-" + text("DocumentNumberID")
                    : text("ID");
        }

        /** 1 adds, 2 changes, 3 voids; a notice of voiding does nothing else. */
        String condition() {
            return of.isVoiding() ? "3" : text("Status/ConditionCode");
        }

        BigDecimal total() {
            return Received.number(text("TotalAmount"));
        }

        /** Tributes by their code. */
        List<Element> taxes(String tribute) {
            return Xml.all(line, "TaxTotal/TaxSubtotal").stream()
                    .filter(it -> Xml.text(it, "TaxCategory/TaxScheme/ID").equals(tribute))
                    .toList();
        }

        /** Null where it names no document. */
        @Nullable DocumentKey key() {
            return key(type(), number());
        }

        /** The document that a note changes; null where it names none. */
        @Nullable DocumentKey changed() {
            var reference = "BillingReference/InvoiceDocumentReference/";
            return key(text(reference + "DocumentTypeCode"), text(reference + "ID"));
        }

        private @Nullable DocumentKey key(String type, String number) {
            try {
                var cut = number.indexOf('-');
                return new DocumentKey(
                        of.name().ruc(),
                        DocumentType.withCode(type),
                        DocumentNumber.of(
                                number.substring(0, Math.max(cut, 0)),
                                Integer.parseInt(number.substring(cut + 1))));
            } catch (IllegalArgumentException _) {
                return null;
            }
        }
    }
}
