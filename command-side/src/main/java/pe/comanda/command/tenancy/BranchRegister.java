package pe.comanda.command.tenancy;

import static pe.comanda.domain.tenancy.BranchRule.PUBLIC_CODE_TAKEN;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.tenancy.Branch;
import pe.comanda.domain.tenancy.BranchCommand;
import pe.comanda.domain.tenancy.BranchEvent;
import pe.comanda.domain.tenancy.BranchEvent.*;
import pe.comanda.domain.tenancy.BranchId;
import pe.comanda.domain.tenancy.PublicCode;

import java.util.List;

/**
 * What must be unique among the branches of everybody: the public code. Written in the transaction
 * of the events.
 */
@Component
class BranchRegister {
    private final JdbcTemplate sql;

    BranchRegister(JdbcTemplate sql) {
        this.sql = sql;
    }

    List<BranchEvent> decide(Branch branch, BranchCommand command, String organization) {
        var events = branch.decide(command);
        for (var event : events) {
            switch (event) {
                case BranchOpened(var id, var code, _, _, _) -> claim(id, code, organization);
                case PublicCodeReplaced(var id, var code) -> {
                    sql.update("delete from branch_code where branch_id = ?", id.value());
                    claim(id, code, organization);
                }
                case BranchChanged _, TaxRegimeSet _, BranchClosed _, BranchReopened _ -> {}
            }
        }
        return events;
    }

    private void claim(BranchId branch, PublicCode code, String organization) {
        int claimed =
                sql.update(
                        """
                        insert into branch_code (code, organization_id, branch_id) values (?, ?, ?)
                        on conflict (code) do nothing
                        """,
                        code.value(),
                        organization,
                        branch.value());
        PUBLIC_CODE_TAKEN.require(claimed == 1, "code", code);
    }
}
