package pe.comanda.api.reference;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the socket and its messages, beside that of the routes. */
@Hidden
@RestController
class AsyncApiController {
    private final Resource document = new ClassPathResource("asyncapi.yaml");

    @GetMapping(path = "/v3/async-api", produces = "application/yaml")
    Resource document() {
        return document;
    }
}
