package pe.comanda.query.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

@Entity
@Table(name = "points_movement")
class MovementRow {
    @Id String event;

    @Column(name = "organization_id")
    String organization;

    String account;
    long version;
    Instant at;
    String kind;
    int points;
    String about;
    int balance;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    MovementRow() {}

    MovementRow(
            String event,
            String organization,
            String account,
            long version,
            Instant at,
            String kind,
            int points,
            String about,
            int balance) {
        this.event = event;
        this.organization = organization;
        this.account = account;
        this.version = version;
        this.at = at;
        this.kind = kind;
        this.points = points;
        this.about = about;
        this.balance = balance;
    }
}
