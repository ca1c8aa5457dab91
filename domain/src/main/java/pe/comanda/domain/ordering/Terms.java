package pe.comanda.domain.ordering;

import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;

/**
 * The terms under which an order was placed. A later change of prices, regime or rate touches
 * nothing.
 *
 * @param currency ISO 4217, {@code PEN}
 * @param rate tax on what is taxed, as a fraction ({@code 0.105})
 * @param serviceCharge recargo al consumo as a fraction of the value without tax, 0 to 0.13 (D.Ley
 *     25988, fifth disposition)
 */
public record Terms(String currency, TaxRegime regime, BigDecimal rate, BigDecimal serviceCharge) {}
