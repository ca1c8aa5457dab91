package pe.comanda.query.loyalty;

import org.springframework.data.jpa.repository.JpaRepository;

/** Every customer that was ever registered. */
interface CustomerRows extends JpaRepository<CustomerRow, String> {}
