package pe.comanda.domain.access;

import java.util.Locale;

/** One thing that a role may be allowed to do. Shown to clients as {@code orders:void}. */
public enum Permission {
    ORG_READ,
    ORG_UPDATE,
    ORG_SUSPEND,
    BRANCH_READ,
    BRANCH_UPDATE,
    BRANCH_CREATE,
    SETTINGS_READ,
    SETTINGS_UPDATE,
    MENU_READ,
    MENU_CREATE,
    MENU_UPDATE,
    MENU_DELETE,
    MENU_AVAILABILITY,
    ORDERS_READ,
    ORDERS_CREATE,
    ORDERS_UPDATE,
    ORDERS_CONFIRM,
    /** Bringing to the table what is ready, and taking it back. */
    ORDERS_UPDATE_STATUS,
    /** The kitchen's steps of a line, up to ready. */
    ORDERS_UPDATE_ITEM_STATUS,
    /** Doing the last thing that makes an order served and paid: the sale is over. */
    ORDERS_COMPLETE,
    ORDERS_CANCEL,
    ORDERS_VOID,
    TABLES_READ,
    TABLES_UPDATE,
    TABLES_CREATE,
    TABLES_DELETE,
    TABLES_LAYOUT,
    /** Freeing a table although its orders are open or owed. */
    TABLES_FORCE,
    SESSIONS_REQUEST,
    SESSION_READ,
    STAFF_READ,
    STAFF_CREATE,
    STAFF_UPDATE,
    INVENTORY_READ,
    INVENTORY_CREATE,
    INVENTORY_UPDATE,
    INVENTORY_OVERRIDE,
    CUSTOMERS_READ,
    CUSTOMERS_CREATE,
    CUSTOMERS_UPDATE,
    CUSTOMERS_DELETE,
    LOYALTY_READ,
    LOYALTY_REDEEM,
    LOYALTY_CREATE,
    LOYALTY_UPDATE,
    PAYMENTS_READ,
    PAYMENTS_CREATE,
    PAYMENTS_VOID,
    CASH_READ,
    CASH_MANAGE,
    INVOICES_READ,
    INVOICES_CREATE,
    INVOICES_VOID,
    /**
     * What finance does with a document that is stuck: says who bought, and has files about
     * documents sent again. No money moves, but who bought decides who deducts the IGV, and a file
     * is about all branches: whoever stands at a till does neither.
     */
    INVOICES_CORRECT,
    /** A second person's word on what is above the limit. */
    INVOICES_APPROVE,
    SUNAT_READ,
    SUNAT_UPDATE,
    REPORTS_READ,
    /** The registers of the whole taxpayer, all branches together. */
    BOOKS_READ,
    /** A month is over and done with, or not after all. */
    BOOKS_CLOSE,
    AUDIT_READ,
    OPERATIONS_READ,
    OPERATIONS_MANAGE,
    /** What touches every organization at once. */
    PLATFORM_MANAGE,
    /** One's own password and profile. */
    ACCOUNT_UPDATE,
    /** What only the program itself asks for: the steps of sagas and policies. */
    INTERNAL;

    /** {@code ORDERS_UPDATE_ITEM_STATUS} as {@code orders:update_item_status}. */
    public String code() {
        var text = name().toLowerCase(Locale.ROOT);
        var cut = text.indexOf('_');
        return cut < 0 ? text : text.substring(0, cut) + ":" + text.substring(cut + 1);
    }
}
