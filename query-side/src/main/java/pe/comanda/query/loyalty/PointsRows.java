package pe.comanda.query.loyalty;

import org.springframework.data.jpa.repository.JpaRepository;

import java.util.Optional;

interface PointsRows extends JpaRepository<PointsRow, String> {
    Optional<PointsRow> findByOrganizationAndCustomer(String organization, String customer);
}
