package pe.comanda.query.inventory;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import pe.comanda.domain.inventory.StockLevel;

import java.util.List;
import java.util.Optional;

/** Every stock item. */
interface StockItemRows extends JpaRepository<StockItemRow, String> {

    Optional<StockItemRow> findByIdAndOrganizationIdAndBranchId(
            String id, String organization, String branch);

    /** By name, from behind the given one. */
    @Query(
            """
            select i from StockItemRow i
            where i.organizationId = :organization and i.branchId = :branch
              and (:level is null or i.level = :level)
              and (:category = '' or i.category = :category)
              and (i.name > :name or i.name = :name and i.id > :id)
            order by i.name, i.id
            """)
    List<StockItemRow> list(
            String organization,
            String branch,
            @Nullable StockLevel level,
            String category,
            String name,
            String id,
            Limit limit);
}
