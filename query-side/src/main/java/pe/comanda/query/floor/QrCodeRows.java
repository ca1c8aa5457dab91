package pe.comanda.query.floor;

import org.springframework.data.jpa.repository.JpaRepository;

import java.util.Optional;

/** Every code that was ever printed. */
interface QrCodeRows extends JpaRepository<QrCodeRow, String> {
    Optional<QrCodeRow> findByBranchIdAndShortCode(String branch, String shortCode);
}
