package pe.comanda.story;

import tools.jackson.databind.JsonNode;

/** The dead letters that somebody may see. */
record Letters(Http who) {
    static final String PATH = "/api/v1/operations/dead-letters";

    JsonNode all() {
        return who.get(PATH).mustBe(200).body().path("items");
    }

    /** Tries those of a view again; answers how many were handled. */
    int retried(String view) {
        return who.post(PATH + "/" + view + "/retry", "{}")
                .mustBe(200)
                .body()
                .path("handled")
                .asInt();
    }
}
