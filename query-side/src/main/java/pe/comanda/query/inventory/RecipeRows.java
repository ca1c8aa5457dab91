package pe.comanda.query.inventory;

import org.springframework.data.jpa.repository.JpaRepository;

/** Every recipe that was ever set. */
interface RecipeRows extends JpaRepository<RecipeRow, String> {}
