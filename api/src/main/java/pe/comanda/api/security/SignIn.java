package pe.comanda.api.security;

import static pe.comanda.api.shared.EdgeRule.CREDENTIALS_WRONG;
import static pe.comanda.domain.access.AccessRule.ORGANIZATION_SUSPENDED;
import static pe.comanda.domain.access.AccessRule.STAFF_NOT_ACTIVE;

import org.springframework.stereotype.Component;

import pe.comanda.api.security.CredentialTable.Credential;
import pe.comanda.domain.access.Permissions;
import pe.comanda.domain.identity.Email;
import pe.comanda.domain.identity.IdentityQuery.ActorView;
import pe.comanda.domain.shared.MalformedValue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets staff in. Failed attempts are counted by account, by account and device, and by device and
 * address together; never by address alone, because a whole restaurant is one address.
 */
@Component
class SignIn {
    static final Duration ACCESS_LIFE = Duration.ofMinutes(15);

    private final CredentialTable credentials;
    private final Passwords passwords;
    private final Actors actors;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Attempts byAccount;
    private final Attempts byAccountAndDevice;
    private final Attempts byDevice;

    SignIn(
            CredentialTable credentials,
            Passwords passwords,
            Actors actors,
            Sessions sessions,
            AccessTokens tokens,
            Clock clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.actors = actors;
        this.sessions = sessions;
        this.tokens = tokens;
        this.byAccount = new Attempts(50, Duration.ofMinutes(15), clock);
        this.byAccountAndDevice = new Attempts(10, Duration.ofMinutes(5), clock);
        this.byDevice = new Attempts(60, Duration.ofMinutes(5), clock);
    }

    /**
     * What a client gets that was let in.
     *
     * @param expiresIn seconds for which the access token is good
     */
    record SignedIn(
            String accessToken,
            String tokenType,
            long expiresIn,
            String refreshToken,
            long refreshExpiresIn,
            Actor actor) {}

    record Actor(
            String staff,
            String organization,
            String role,
            List<String> branches,
            List<String> permissions) {
        static Actor of(ActorView view) {
            return new Actor(
                    view.staff(),
                    view.organization(),
                    view.role().name(),
                    view.branches(),
                    Permissions.of(view.role()).stream().map(p -> p.code()).sorted().toList());
        }
    }

    SignedIn signIn(String email, String password, String device, String address) {
        var account = email.strip().toLowerCase(Locale.ROOT);
        var known = account.length() > 254 ? account.substring(0, 254) : account;
        byAccount.take(known);
        byAccountAndDevice.take(known + "\n" + device);
        byDevice.take(device + "\n" + address);
        var credential = credentialOf(known);
        CREDENTIALS_WRONG.require(
                passwords.matches(password, credential.map(Credential::hash).orElse(null)));
        byAccount.giveBack(known);
        byAccountAndDevice.giveBack(known + "\n" + device);
        byDevice.giveBack(device + "\n" + address);
        var found = credential.orElseThrow(CREDENTIALS_WRONG::broken);
        if (passwords.isOutdated(found.hash())) {
            credentials.upgrade(found, passwords.hash(password));
        }
        return open(mayAct(actors.known(found.staff())), device, address);
    }

    /**
     * The first session of somebody who just signed up. The view of them is waited for, so that
     * what they ask next is answered; where it is far behind they are let in all the same.
     */
    SignedIn first(ActorView founder, long position, String device, String address) {
        return open(
                mayAct(actors.find(founder.staff(), position).orElse(founder)), device, address);
    }

    /** Looks first whether it can let them in: the token is worth nothing after its exchange. */
    SignedIn renew(String refreshToken) {
        sessions.staffOf(refreshToken)
                .ifPresent(
                        staff -> {
                            var unused = actors.known(staff);
                        });
        var renewed = sessions.renew(refreshToken);
        return answer(mayAct(actors.known(renewed.staff())), renewed);
    }

    /** Whether this is the person's password: asked before it is changed. */
    boolean knowsPassword(String staff, String password) {
        byAccount.take(staff);
        var credential = credentials.ofStaff(staff);
        boolean knows = passwords.matches(password, credential.map(Credential::hash).orElse(null));
        if (knows) {
            byAccount.giveBack(staff);
        }
        return knows;
    }

    private Optional<Credential> credentialOf(String email) {
        try {
            return credentials.of(new Email(email));
        } catch (MalformedValue _) {
            return Optional.empty();
        }
    }

    private static ActorView mayAct(ActorView actor) {
        STAFF_NOT_ACTIVE.require(actor.active());
        ORGANIZATION_SUSPENDED.require(!actor.suspended());
        return actor;
    }

    private SignedIn open(ActorView actor, String device, String address) {
        return answer(actor, sessions.open(actor.staff(), actor.organization(), device, address));
    }

    private SignedIn answer(ActorView actor, Sessions.Opened session) {
        var access =
                tokens.issue(
                        AccessTokens.STAFF,
                        actor.staff(),
                        actor.organization(),
                        actor.role(),
                        actor.role().reachesAllBranches() ? List.of() : actor.branches(),
                        session.family(),
                        ACCESS_LIFE);
        return new SignedIn(
                access,
                "Bearer",
                ACCESS_LIFE.toSeconds(),
                session.refreshToken(),
                Sessions.LIFE.toSeconds(),
                Actor.of(actor));
    }
}
