package pe.comanda.api.floor;

import pe.comanda.domain.shared.BusinessRule;

/** What cannot be drawn. */
enum PlanRule implements BusinessRule {
    SPACE_NAME_TAKEN,
    SPACE_NOT_EMPTY
}
