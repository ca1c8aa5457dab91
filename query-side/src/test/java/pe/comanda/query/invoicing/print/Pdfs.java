package pe.comanda.query.invoicing.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import javax.imageio.ImageIO;

/** Reads printed forms as people and their telephones do. */
final class Pdfs {
    private Pdfs() {}

    static void picture(byte[] pdf, Path to) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            ImageIO.write(new PDFRenderer(file).renderImageWithDPI(0, 110), "png", to.toFile());
        }
    }

    static String text(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
        }
    }

    /** What the QR code on the first page says. */
    static String decoded(byte[] pdf) throws Exception {
        try (var file = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(file).renderImageWithDPI(0, 300, ImageType.RGB);
            var pixels =
                    image.getRGB(
                            0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(
                                    new HybridBinarizer(
                                            new RGBLuminanceSource(
                                                    image.getWidth(), image.getHeight(), pixels))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }
}
