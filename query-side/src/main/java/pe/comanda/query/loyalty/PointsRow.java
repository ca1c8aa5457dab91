package pe.comanda.query.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import pe.comanda.domain.loyalty.Tier;

@Entity
@Table(name = "points_account")
class PointsRow {
    @Id String account;

    @Column(name = "organization_id")
    String organization;

    String customer;
    int balance;
    int lifetime;

    @Enumerated(EnumType.STRING)
    Tier tier = Tier.BRONZE;

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
