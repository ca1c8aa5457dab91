package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bills whose amounts were computed independently of this code and accepted by SUNAT's own rule
 * sheets.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FiscalAmountsVectorsTest {

    record Vector(String id, JsonNode json) {
        @Override
        public String toString() {
            return id + " " + json.get("title").asString();
        }
    }

    static Stream<Vector> vectors() {
        try (var file = FiscalAmountsVectorsTest.class.getResourceAsStream("/sunat/vectors.json")) {
            var vectors = new ArrayList<Vector>();
            for (var json : new JsonMapper().readTree(file).get("vectors")) {
                vectors.add(new Vector(json.get("id").asString(), json));
            }
            assertThat(vectors).hasSize(26);
            return vectors.stream();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void lines_agree_to_the_cent(Vector vector) {
        var expected = vector.json().get("expected").get("lines");
        var lines = document(vector.json()).amounts().lines();
        assertThat(lines).hasSize(expected.size());
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var want = expected.get(i);
            assertThat(line.value()).isEqualTo(money(want, "lineValue"));
            assertThat(line.igv()).isEqualTo(money(want, "igv"));
            assertThat(line.percent()).isEqualByComparingTo(text(want, "igvPercent"));
            assertThat(line.payable()).isEqualTo(money(want, "totalWithTax"));
            assertThat(line.unitValue())
                    .isEqualByComparingTo(
                            text(
                                    want,
                                    want.has("referenceUnitValue")
                                            ? "referenceUnitValue"
                                            : "unitValue"));
            if (want.has("unitPrice")) {
                assertThat(line.unitPrice()).isEqualByComparingTo(text(want, "unitPrice"));
            }
            assertThat(line.icbper())
                    .isEqualTo(want.has("icbper") ? money(want, "icbper") : Money.ZERO);
            var discount = want.path("discount");
            assertThat(line.discountBase())
                    .isEqualTo(discount.isMissingNode() ? Money.ZERO : money(discount, "base"));
            assertThat(line.discount())
                    .isEqualTo(discount.isMissingNode() ? Money.ZERO : money(discount, "amount"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void totals_agree_to_the_cent(Vector vector) {
        var want = vector.json().get("expected").get("totals");
        assertThat(document(vector.json()).amounts().totals())
                .isEqualTo(
                        new FiscalTotals(
                                money(want, "gravada"),
                                money(want, "exonerada"),
                                money(want, "inafecta"),
                                money(want, "gratuita"),
                                money(want, "igv"),
                                money(want, "igvGratuitas"),
                                money(want, "icbper"),
                                money(want, "lineExtension"),
                                money(want, "totalTaxes"),
                                money(want, "taxInclusive"),
                                money(want, "allowances"),
                                money(want, "charges"),
                                money(want, "rounding"),
                                money(want, "payable")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void discounts_and_charges_agree_to_the_cent(Vector vector) {
        var expected = vector.json().get("expected");
        var wanted =
                Stream.of("globalDiscount", "serviceCharge")
                        .filter(expected::has)
                        .map(expected::get)
                        .map(
                                json ->
                                        text(json, "code")
                                                + " "
                                                + text(json, "base")
                                                + " "
                                                + text(json, "amount")
                                                + " "
                                                + text(json, "factor"))
                        .toList();
        assertThat(
                        document(vector.json()).amounts().adjustments().stream()
                                .map(
                                        it ->
                                                it.kind().code()
                                                        + " "
                                                        + it.base()
                                                        + " "
                                                        + it.amount()
                                                        + " "
                                                        + it.factor().setScale(5)))
                .isEqualTo(wanted);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void legends_agree_and_the_rules_hold(Vector vector) {
        var document = document(vector.json());
        document.mustObeyTheRules();
        var wanted = new ArrayList<Legend>();
        vector.json()
                .get("expected")
                .get("legends")
                .properties()
                .forEach(it -> wanted.add(new Legend(it.getKey(), it.getValue().asString())));
        assertThat(document.legends()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static FiscalDocument document(JsonNode json) {
        var sale = sale(json);
        var amounts = FiscalAmounts.of(sale);
        if (json.path("cashRounding").asBoolean(false)) {
            var total = amounts.totals().payable();
            amounts = FiscalAmounts.of(sale.roundedBy(total.downToTenCents().minus(total)));
        }
        return new FiscalDocument(
                Documents.LA_HUACA,
                DocumentType.withCode(text(json, "doc")),
                DocumentNumber.of(text(json, "series"), json.get("number").asInt()),
                sale.on().atTime(LocalTime.of(13, 5)),
                text(json, "currency"),
                sale.rate(),
                buyer(json.get("customer")),
                amounts,
                new PaymentTerms(instalments(json.path("payment").path("instalments"))),
                null);
    }

    private static Sale sale(JsonNode json) {
        var items = new ArrayList<SoldItem>();
        for (var line : json.get("lines")) {
            items.add(item(line));
        }
        var discount = json.path("globalDiscount");
        var amount = discount.isMissingNode() ? Money.ZERO : money(discount, "amountWithTax");
        var onBase = text(discount, "code").equals("02");
        var charge = text(json.path("serviceCharge"), "percent");
        return new Sale(
                LocalDate.parse(text(json, "date")),
                new BigDecimal(text(json, "igvRate")).movePointLeft(2),
                items,
                onBase ? amount : Money.ZERO,
                onBase ? Money.ZERO : amount,
                charge.isEmpty() ? BigDecimal.ZERO : new BigDecimal(charge).movePointLeft(2),
                Money.ZERO);
    }

    private static SoldItem item(JsonNode json) {
        var plain =
                new SoldItem(
                        text(json, "code"),
                        text(json, "description"),
                        text(json, "unit"),
                        Quantity.of(text(json, "quantity")),
                        money(json, "unitPriceWithTax"),
                        Stream.of(Affectation.values())
                                .filter(it -> it.code().equals(text(json, "affectation")))
                                .findAny()
                                .orElseThrow(),
                        Money.ZERO,
                        json.has("bags") ? Integer.parseInt(text(json, "bags")) : 0);
        var discount = json.path("discount");
        if (discount.has("percent")) {
            return plain.discountedBy(
                    plain.gross()
                            .portion(new BigDecimal(text(discount, "percent")).movePointLeft(2)));
        }
        return discount.has("amountWithTax")
                ? plain.discountedBy(money(discount, "amountWithTax"))
                : plain;
    }

    private static Buyer buyer(JsonNode json) {
        var type =
                Stream.of(BuyerDocumentType.values())
                        .filter(it -> it.code().equals(text(json, "type")))
                        .findAny()
                        .orElseThrow();
        return new Buyer(new BuyerDocument(type, text(json, "number")), text(json, "name"), "");
    }

    private static List<PaymentTerms.Instalment> instalments(JsonNode json) {
        var instalments = new ArrayList<PaymentTerms.Instalment>();
        for (var it : json) {
            instalments.add(
                    new PaymentTerms.Instalment(
                            money(it, "amount"), LocalDate.parse(text(it, "due"))));
        }
        return instalments;
    }

    private static Money money(JsonNode json, String field) {
        return Money.of(text(json, field));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }
}
