package pe.comanda.boot.vault;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import pe.comanda.domain.shared.Vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM: version byte, 12 random bytes, then what is sealed; the purpose is authenticated.
 */
@Component
class AesVault implements Vault {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    AesVault(
            @Value("${comanda.master-key:}") String setting,
            @Value("${comanda.data:./data}") Path folder) {
        this(MasterKey.from(setting, folder));
    }

    AesVault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    @Override
    public byte[] seal(byte[] secret, String purpose) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
            var result = new byte[1 + NONCE + sealed.length];
            result[0] = VERSION;
            System.arraycopy(nonce, 0, result, 1, NONCE);
            System.arraycopy(sealed, 0, result, 1 + NONCE, sealed.length);
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing can be sealed", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String purpose) {
        if (sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
            throw new IllegalStateException("This was not sealed here: " + purpose);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, 1 + NONCE), purpose)
                    .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Sealed under another master key, or changed since: " + purpose, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
