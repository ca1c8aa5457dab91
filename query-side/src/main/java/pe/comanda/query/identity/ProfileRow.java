package pe.comanda.query.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** Name and e-mail, as the command side keeps them beside the events. Read only. */
@Entity
@Immutable
@Table(name = "staff_profile")
class ProfileRow {
    @Id private String staffId = "";
    private String name = "";
    private String email = "";

    ProfileRow() {}

    String staffId() {
        return staffId;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }
}
