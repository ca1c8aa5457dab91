package pe.comanda.query.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;

/** Paper to draw on. Points, 72 to the inch, counted from the upper left corner. */
public final class Sheet implements AutoCloseable {
    public static final float MILLIMETRE = 72f / 25.4f;

    private final PDDocument file = new PDDocument();
    private final Typeface plain = Typeface.plain();
    private final Typeface bold = Typeface.bold();
    private @Nullable PDPageContentStream ink;
    private float height;

    /** A file with this title, made at this moment on the wall in Lima. */
    public Sheet(String title, LocalDateTime made) {
        var at = new GregorianCalendar(TimeZone.getTimeZone("America/Lima"));
        at.clear();
        at.set(
                made.getYear(),
                made.getMonthValue() - 1,
                made.getDayOfMonth(),
                made.getHour(),
                made.getMinute(),
                made.getSecond());
        describe(title, at);
    }

    private void describe(String title, Calendar at) {
        var about = file.getDocumentInformation();
        about.setTitle(title);
        about.setProducer("Comanda");
        about.setCreationDate(at);
        file.setDocumentId((long) title.hashCode());
        file.getDocumentCatalog().getCOSObject().setString(COSName.LANG, "es-PE");
    }

    public Typeface plain() {
        return plain;
    }

    public Typeface bold() {
        return bold;
    }

    public void newPage(float width, float tall) throws IOException {
        finish();
        var page = new PDPage(new PDRectangle(width, tall));
        file.addPage(page);
        height = tall;
        ink = new PDPageContentStream(file, page);
    }

    public int pages() {
        return file.getNumberOfPages();
    }

    /** Writes on a baseline. */
    public void write(String text, Typeface face, float size, float x, float baseline)
            throws IOException {
        var stream = ink();
        stream.beginText();
        stream.setFont(face.font(), size);
        stream.newLineAtOffset(x, height - baseline);
        stream.showText(Typeface.printable(text));
        stream.endText();
    }

    public void writeUpTo(String text, Typeface face, float size, float right, float baseline)
            throws IOException {
        write(text, face, size, right - face.width(text, size), baseline);
    }

    public void writeAround(String text, Typeface face, float size, float middle, float baseline)
            throws IOException {
        write(text, face, size, middle - face.width(text, size) / 2, baseline);
    }

    public void rule(float from, float to, float y, float thickness) throws IOException {
        var stream = ink();
        stream.setLineWidth(thickness);
        stream.moveTo(from, height - y);
        stream.lineTo(to, height - y);
        stream.stroke();
    }

    public void box(float x, float y, float width, float tall) throws IOException {
        var stream = ink();
        stream.setLineWidth(0.8f);
        stream.addRect(x, height - y - tall, width, tall);
        stream.stroke();
    }

    public void shade(float x, float y, float width, float tall, float grey) throws IOException {
        var stream = ink();
        stream.setNonStrokingColor(grey);
        stream.addRect(x, height - y - tall, width, tall);
        stream.fill();
        stream.setNonStrokingColor(0f);
    }

    /** A QR code as vectors, error correction Q (RS 113-2018, annex 6), quiet zone included. */
    public void qr(String content, float x, float y, float side) throws IOException {
        var code = matrix(content);
        float module = side / code.getWidth();
        var stream = ink();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int from = 0; from < code.getWidth(); from++) {
                int to = from;
                while (to < code.getWidth() && code.get(to, row)) {
                    to++;
                }
                if (to > from) {
                    stream.addRect(
                            x + from * module,
                            height - y - (row + 1) * module,
                            (to - from) * module,
                            module);
                    from = to;
                }
            }
        }
        stream.fill();
    }

    private static BitMatrix matrix(String content) {
        try {
            return new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.MARGIN,
                                    2));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] save() throws IOException {
        finish();
        var bytes = new ByteArrayOutputStream();
        file.save(bytes);
        return bytes.toByteArray();
    }

    private PDPageContentStream ink() {
        if (ink == null) {
            throw new IllegalStateException("No page is open");
        }
        return ink;
    }

    private void finish() throws IOException {
        if (ink != null) {
            ink.close();
            ink = null;
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        file.close();
    }
}
