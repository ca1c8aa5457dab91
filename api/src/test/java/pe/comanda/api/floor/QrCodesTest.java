package pe.comanda.api.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.domain.floor.QrCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QrCodesTest {
    private static final String TOKEN = "AbCdEfGhIjKlMnOpQrStUv";
    private final QrCodes codes = new QrCodes("https://carta.example.pe/");

    @ParameterizedTest
    @ValueSource(ints = {64, 300, 512, 2048})
    void a_phone_reads_the_picture_at_any_size(int size) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(codes.png(TOKEN, size)));

        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(read(image)).isEqualTo("https://carta.example.pe/t/" + TOKEN);
    }

    @Test
    void a_phone_reads_the_drawing() throws Exception {
        var svg = new String(codes.svg(TOKEN), StandardCharsets.UTF_8);

        assertThat(read(painted(svg, 8))).isEqualTo("https://carta.example.pe/t/" + TOKEN);
    }

    @Test
    void codes_differ_and_have_the_form_that_a_table_demands() {
        var tokens = new HashSet<String>();
        var shortCodes = new HashSet<String>();
        for (int i = 0; i < 500; i++) {
            QrCode code = codes.draw();
            tokens.add(code.token());
            shortCodes.add(code.shortCode());
        }
        assertThat(tokens).hasSize(500);
        assertThat(shortCodes).hasSizeGreaterThan(498);
    }

    private static String read(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }

    /** What a browser would show of the drawing's unit squares. */
    private static BufferedImage painted(String svg, int scale) {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"").matcher(svg);
        assertThat(box.find()).isTrue();
        int side = Integer.parseInt(box.group(1)) * scale;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(java.awt.Color.BLACK);
        var squares = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (squares.find()) {
            pen.fillRect(
                    Integer.parseInt(squares.group(1)) * scale,
                    Integer.parseInt(squares.group(2)) * scale,
                    scale,
                    scale);
        }
        pen.dispose();
        return image;
    }
}
