package pe.comanda.api.shared;

import java.util.Map;
import java.util.Set;

/**
 * The HTTP status of each refusal. A rule of business that is broken is a conflict unless it says
 * otherwise here.
 */
final class StatusCodes {
    private static final Map<String, Integer> BY_CODE =
            Map.ofEntries(
                    Map.entry("BODY_MALFORMED", 400),
                    Map.entry("BRANCH_REQUIRED", 400),
                    Map.entry("CURSOR_MALFORMED", 400),
                    Map.entry("IDEMPOTENCY_KEY_MALFORMED", 400),
                    Map.entry("IF_MATCH_MALFORMED", 400),
                    Map.entry("MALFORMED_ID", 400),
                    Map.entry("MALFORMED_QR_CODE", 400),
                    Map.entry("POSITION_MALFORMED", 400),
                    Map.entry("VALUE_INVALID", 400),
                    Map.entry("CALLER_REQUIRED", 401),
                    Map.entry("CLAIM_INVALID", 401),
                    Map.entry("CREDENTIALS_WRONG", 401),
                    Map.entry("REFRESH_TOKEN_INVALID", 401),
                    Map.entry("REFRESH_TOKEN_REUSED", 401),
                    Map.entry("STAFF_NOT_ACTIVE", 401),
                    Map.entry("TICKET_INVALID", 401),
                    Map.entry("TOKEN_EXPIRED", 401),
                    Map.entry("TOKEN_INVALID", 401),
                    Map.entry("TOKEN_REQUIRED", 401),
                    Map.entry("CURRENT_PASSWORD_WRONG", 403),
                    Map.entry("FOREIGN_BRANCH", 403),
                    Map.entry("FOREIGN_SESSION", 403),
                    Map.entry("FOREIGN_TENANT", 403),
                    Map.entry("ORGANIZATION_SUSPENDED", 403),
                    Map.entry("PERMISSION_DENIED", 403),
                    Map.entry("ROLE_NOT_BELOW_YOURS", 403),
                    Map.entry("STAFF_OUTSIDE_YOUR_BRANCHES", 403),
                    Map.entry("NOT_FOUND", 404),
                    Map.entry("NO_SUCH_RECIPE", 404),
                    Map.entry("QR_CODE_UNKNOWN", 404),
                    Map.entry("ROUTE_NOT_FOUND", 404),
                    Map.entry("METHOD_NOT_ALLOWED", 405),
                    Map.entry("QR_CODE_REVOKED", 410),
                    Map.entry("STALE_VERSION", 412),
                    Map.entry("BODY_TOO_LARGE", 413),
                    Map.entry("MEDIA_TYPE_NOT_SUPPORTED", 415),
                    Map.entry("BUYER_REQUIRED_ABOVE_700", 422),
                    Map.entry("CERTIFICATE_EXPIRED", 422),
                    Map.entry("CERTIFICATE_UNREADABLE", 422),
                    Map.entry("COST_MALFORMED", 422),
                    Map.entry("COST_NOT_NEGATIVE", 422),
                    Map.entry("CURRENCY_UNKNOWN", 422),
                    Map.entry("DISHES_TO_EDIT_OUT_OF_RANGE", 422),
                    Map.entry("DISH_NAMED_TWICE", 422),
                    Map.entry("DOCUMENT_NUMBER_OUT_OF_RANGE", 422),
                    Map.entry("END_REASON_REQUIRED", 422),
                    Map.entry("ESTABLISHMENT_HAS_FOUR_DIGITS", 422),
                    Map.entry("FACTURA_NEEDS_RUC", 422),
                    Map.entry("GROUP_LIMITS_DO_NOT_FIT", 422),
                    Map.entry("GUESTS_OUT_OF_RANGE", 422),
                    Map.entry("IDEMPOTENCY_KEY_REUSED", 422),
                    Map.entry("INGREDIENT_NAMED_TWICE", 422),
                    Map.entry("INGREDIENT_UNKNOWN", 422),
                    Map.entry("LEGAL_NAME_REQUIRED", 422),
                    Map.entry("LOGO_URL_MALFORMED", 422),
                    Map.entry("MALFORMED_BUYER_ADDRESS", 422),
                    Map.entry("MALFORMED_BUYER_DOCUMENT", 422),
                    Map.entry("MALFORMED_BUYER_NAME", 422),
                    Map.entry("MALFORMED_EMAIL", 422),
                    Map.entry("MALFORMED_ESTABLISHMENT", 422),
                    Map.entry("MALFORMED_FAULT", 422),
                    Map.entry("MALFORMED_PASSWORD_HASH", 422),
                    Map.entry("MALFORMED_PUBLIC_CODE", 422),
                    Map.entry("MALFORMED_RUC", 422),
                    Map.entry("MALFORMED_SERIES", 422),
                    Map.entry("MALFORMED_SLUG", 422),
                    Map.entry("MALFORMED_UBIGEO", 422),
                    Map.entry("MONEY_HAS_TWO_DECIMALS", 422),
                    Map.entry("MONEY_OUT_OF_RANGE", 422),
                    Map.entry("ORDER_GETS_BOLETA_OR_FACTURA", 422),
                    Map.entry("PASSWORD_TOO_LONG", 422),
                    Map.entry("PASSWORD_TOO_SHORT", 422),
                    Map.entry("PERCENTAGE_OUT_OF_RANGE", 422),
                    Map.entry("POSITION_OUT_OF_RANGE", 422),
                    Map.entry("PREPARATION_OUT_OF_RANGE", 422),
                    Map.entry("PRICE_NOT_NEGATIVE", 422),
                    Map.entry("QUANTITY_HAS_FOUR_DECIMALS", 422),
                    Map.entry("QUANTITY_OUT_OF_RANGE", 422),
                    Map.entry("QUANTITY_TOO_LARGE", 422),
                    Map.entry("RECIPE_HAS_INGREDIENTS", 422),
                    Map.entry("RECIPE_TAKES_TOO_MUCH", 422),
                    Map.entry("SEATS_OUT_OF_RANGE", 422),
                    Map.entry("SERIES_FITS_DOCUMENT", 422),
                    Map.entry("SERVICE_CHARGE_OUT_OF_RANGE", 422),
                    Map.entry("SPICE_OUT_OF_RANGE", 422),
                    Map.entry("STOCK_QUANTITY_MUST_BE_POSITIVE", 422),
                    Map.entry("STOCK_QUANTITY_NOT_NEGATIVE", 422),
                    Map.entry("TABLE_NUMBER_OUT_OF_RANGE", 422),
                    Map.entry("TEXT_REQUIRED", 422),
                    Map.entry("TEXT_TOO_LONG", 422),
                    Map.entry("TOO_MANY_DEFAULTS", 422),
                    Map.entry("TOO_MANY_INGREDIENTS", 422),
                    Map.entry("UNITS_DO_NOT_CONVERT", 422),
                    Map.entry("UNKNOWN_BRANCH", 422),
                    Map.entry("YIELD_OUT_OF_RANGE", 422),
                    Map.entry("ZONE_UNKNOWN", 422),
                    Map.entry("TOO_MANY_REQUESTS", 429),
                    Map.entry("INTERNAL_ERROR", 500),
                    Map.entry("UNAVAILABLE", 503));

    private StatusCodes() {}

    /** The codes that have a status of their own. */
    static Set<String> codes() {
        return BY_CODE.keySet();
    }

    static int of(String code) {
        return BY_CODE.getOrDefault(code, 409);
    }
}
