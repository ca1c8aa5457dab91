package pe.comanda.query.identity;

import org.springframework.data.jpa.repository.JpaRepository;

interface ProfileRows extends JpaRepository<ProfileRow, String> {}
