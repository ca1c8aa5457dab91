package pe.comanda.api.floor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import pe.comanda.domain.floor.QrCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

import javax.imageio.ImageIO;

/** Draws codes that nobody can guess, and pictures of them that any phone can read. */
@Component
class QrCodes {
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.MARGIN,
                    4);

    private final SecureRandom random = new SecureRandom();
    private final String publicUrl;

    /**
     * @param publicUrl where guests reach the program, without a slash at the end
     */
    QrCodes(@Value("${comanda.public-url:http://localhost:8080}") String publicUrl) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    QrCode draw() {
        var token = new byte[16];
        random.nextBytes(token);
        var shortCode = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            shortCode.append(QrCode.ALPHABET.charAt(random.nextInt(QrCode.ALPHABET.length())));
        }
        return new QrCode(
                Base64.getUrlEncoder().withoutPadding().encodeToString(token),
                shortCode.toString());
    }

    /** What the picture says: the page that a guest's phone opens. */
    String address(String token) {
        return publicUrl + "/t/" + token;
    }

    byte[] png(String token, int size) {
        var modules = encode(token, size);
        var image =
                new BufferedImage(
                        modules.getWidth(), modules.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                image.setRGB(x, y, modules.get(x, y) ? 0x000000 : 0xffffff);
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("This Java cannot write PNG");
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One path of unit squares: sharp at any size. */
    byte[] svg(String token) {
        var modules = encode(token, 0);
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
        <rect width="100%%" height="100%%" fill="#fff"/><path d="%s"/></svg>
        """
                .formatted(modules.getWidth(), modules.getHeight(), path)
                .getBytes(StandardCharsets.UTF_8);
    }

    private BitMatrix encode(String token, int size) {
        try {
            return new QRCodeWriter()
                    .encode(address(token), BarcodeFormat.QR_CODE, size, size, HINTS);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
