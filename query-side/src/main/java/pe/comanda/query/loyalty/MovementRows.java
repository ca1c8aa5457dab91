package pe.comanda.query.loyalty;

import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;

interface MovementRows extends JpaRepository<MovementRow, String> {
    List<MovementRow> findTop100ByAccountOrderByVersionDesc(String account);
}
