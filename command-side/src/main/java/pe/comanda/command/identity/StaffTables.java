package pe.comanda.command.identity;

import static pe.comanda.domain.identity.StaffRule.EMAIL_TAKEN;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.identity.Email;
import pe.comanda.domain.identity.PasswordHash;
import pe.comanda.domain.identity.StaffCommand.ChangeProfile;
import pe.comanda.domain.identity.StaffCommand.HireStaff;
import pe.comanda.domain.identity.StaffId;
import pe.comanda.domain.identity.StaffMember;

/** The plain tables beside the events of people, written in the same transaction. */
@Component
class StaffTables {
    private final JdbcTemplate sql;

    StaffTables(JdbcTemplate sql) {
        this.sql = sql;
    }

    void hire(HireStaff hire, String organization) {
        int written =
                sql.update(
                        """
                        insert into staff_profile (staff_id, organization_id, name, email) values (?, ?, ?, ?)
                        on conflict do nothing
                        """,
                        hire.staff().value(),
                        organization,
                        StaffMember.checkedName(hire.name()),
                        hire.email().value());
        EMAIL_TAKEN.require(written == 1);
        sql.update(
                "insert into credential (staff_id, organization_id, password_hash) values (?, ?, ?)",
                hire.staff().value(),
                organization,
                hire.password().value());
    }

    void setPassword(StaffId staff, PasswordHash hash) {
        sql.update(
                "update credential set password_hash = ?, changed_at = now() where staff_id = ?",
                hash.value(),
                staff.value());
    }

    void changeProfile(ChangeProfile change) {
        var email = change.email();
        if (email != null) {
            EMAIL_TAKEN.require(isFree(email, change.staff()));
        }
        update(change, email);
    }

    private void update(ChangeProfile change, @Nullable Email email) {
        try {
            sql.update(
                    """
                update staff_profile set name = coalesce(?, name), email = coalesce(?, email)
                where staff_id = ?
                """,
                    nameOf(change),
                    email == null ? null : email.value(),
                    change.staff().value());
        } catch (DuplicateKeyException _) {
            throw EMAIL_TAKEN.broken();
        }
    }

    /**
     * Whether somebody else in the organization is an active administrator. Locks their seats until
     * the transaction ends: of two administrators who dismiss one another at once, one stays.
     */
    boolean anotherAdmin(String organization, StaffId staff) {
        return sql
                .queryForList(
                        "select staff_id from admin_seat where organization_id = ? order by staff_id for update",
                        String.class,
                        organization)
                .stream()
                .anyMatch(other -> !other.equals(staff.value()));
    }

    void seatAdmin(String organization, StaffId staff) {
        sql.update(
                "insert into admin_seat (staff_id, organization_id) values (?, ?) on conflict do nothing",
                staff.value(),
                organization);
    }

    void unseatAdmin(StaffId staff) {
        sql.update("delete from admin_seat where staff_id = ?", staff.value());
    }

    /** Row-level security hides other tenants' profiles, so a function of the owner looks. */
    private boolean isFree(Email email, StaffId except) {
        return Boolean.TRUE.equals(
                sql.queryForObject(
                        "select staff_email_is_free(?, ?)",
                        Boolean.class,
                        email.value(),
                        except.value()));
    }

    private static @Nullable String nameOf(ChangeProfile change) {
        return change.name() == null ? null : StaffMember.checkedName(change.name());
    }
}
