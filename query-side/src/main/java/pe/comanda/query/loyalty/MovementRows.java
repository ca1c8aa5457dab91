package pe.comanda.query.loyalty;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;

interface MovementRows extends JpaRepository<MovementRow, String> {
    List<MovementRow> findByAccountAndVersionLessThanOrderByVersionDesc(
            String account, long version, Limit limit);
}
