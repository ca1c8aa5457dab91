package pe.comanda.api.shared;

import org.springframework.stereotype.Component;

import pe.comanda.domain.tenancy.BranchRule;
import pe.comanda.domain.tenancy.PublicCode;

import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Draws public codes of branches. There are 729 million; a taken one is drawn again. */
@Component
public class PublicCodes {
    private static final int ATTEMPTS = 5;
    private final SecureRandom random = new SecureRandom();

    /** Does it with one code after the other until one is free. */
    public <T> CompletableFuture<T> untilFree(Function<PublicCode, CompletableFuture<T>> work) {
        return attempt(work, 1);
    }

    private <T> CompletableFuture<T> attempt(
            Function<PublicCode, CompletableFuture<T>> work, int attempt) {
        return work.apply(draw())
                .exceptionallyCompose(
                        failure -> {
                            var refusal = Refusals.in(failure);
                            return refusal != null
                                            && refusal.code()
                                                    .equals(BranchRule.PUBLIC_CODE_TAKEN.name())
                                            && attempt < ATTEMPTS
                                    ? attempt(work, attempt + 1)
                                    : CompletableFuture.failedFuture(failure);
                        });
    }

    private PublicCode draw() {
        var code = new StringBuilder(PublicCode.LENGTH);
        for (int i = 0; i < PublicCode.LENGTH; i++) {
            code.append(PublicCode.ALPHABET.charAt(random.nextInt(PublicCode.ALPHABET.length())));
        }
        return new PublicCode(code.toString());
    }
}
