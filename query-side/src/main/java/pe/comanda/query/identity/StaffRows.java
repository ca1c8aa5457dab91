package pe.comanda.query.identity;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import java.util.List;
import java.util.Optional;

interface StaffRows extends JpaRepository<StaffRow, String> {
    Optional<StaffRow> findByIdAndOrganizationId(String id, String organization);

    List<StaffRow> findByOrganizationIdAndIdGreaterThanOrderById(
            String organization, String after, Limit limit);

    /** Those who share a branch with the asker. */
    @Query(
            nativeQuery = true,
            value =
                    """
                    select * from staff_view
                    where organization_id = :organization and id > :after
                        and branches && cast(:branches as text[])
                    order by id limit :most
                    """)
    List<StaffRow> findColleagues(String organization, String[] branches, String after, int most);
}
