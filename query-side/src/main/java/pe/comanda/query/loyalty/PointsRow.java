package pe.comanda.query.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import pe.comanda.domain.loyalty.ProgramTerms;

@Entity
@Table(name = "points_account")
class PointsRow {
    @Id String account;

    @Column(name = "organization_id")
    String organization;

    String customer;
    int balance;
    int lifetime;

    String tier = ProgramTerms.STANDARD.tierOf(0).name();

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    PointsRow() {}

    PointsRow(String account, String organization, String customer) {
        this.account = account;
        this.organization = organization;
        this.customer = customer;
        this.version = -1;
    }
}
