package pe.comanda.boot.postgres;

/**
 * Where the database is and as whom to come: the owner makes the tables, the application only uses
 * them.
 */
record PostgresAccess(
        String jdbcUrl,
        String ownerUser,
        String ownerPassword,
        String appUser,
        String appPassword) {
    /** Without the passwords: a record is easily logged. */
    @Override
    public String toString() {
        return "PostgresAccess["
                + jdbcUrl
                + ", owner "
                + ownerUser
                + ", application "
                + appUser
                + "]";
    }
}
