package pe.comanda.api.security;

import static pe.comanda.api.shared.EdgeRule.TOO_MANY_REQUESTS;

import com.nimbusds.jose.jwk.ECKey;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The public keys of the tokens, for whoever wants to check one, and their rotation. */
@RestController
class KeyController {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private final SigningKeys keys;
    private final AccessTokens tokens;
    private final Clock clock;

    KeyController(SigningKeys keys, AccessTokens tokens, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, List<Map<String, Object>>>> keys() {
        var published = keys.published().stream().map(ECKey::toJSONObject).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(PAUSE).cachePublic())
                .body(Map.of("keys", published));
    }

    /**
     * A new key signs for every organization from now on. Nobody is logged out: the old one
     * verifies what it signed.
     *
     * @param distrust refuses what the old keys signed at once, after a leak; clients refresh
     */
    @PostMapping("/api/v1/operations/signing-keys")
    Rotated rotate(@RequestParam(defaultValue = "false") boolean distrust, Asking asking) {
        var role = asking.caller().role();
        AccessRule.PERMISSION_DENIED.require(
                role.may(Permission.PLATFORM_MANAGE),
                "requires",
                Permission.PLATFORM_MANAGE.code());
        var next = keys.since().plus(PAUSE);
        TOO_MANY_REQUESTS.require(
                distrust || !next.isAfter(clock.instant()), "retryAfter", PAUSE.toSeconds());
        var id = keys.rotate(distrust);
        if (distrust) {
            tokens.forget();
        }
        return new Rotated(id, keys.published().size());
    }

    /**
     * @param verifying how many keys verify now
     */
    record Rotated(String keyId, int verifying) {}
}
