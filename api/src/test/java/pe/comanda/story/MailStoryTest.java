package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static pe.comanda.story.Billing.BOLETA;
import static pe.comanda.story.Billing.V;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Documents by e-mail: never in the way of the sale, and never lost while the server is away. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailStoryTest {
    private static final int PORT = 42525;
    @LocalServerPort private int port;
    @Autowired private JdbcClient sql;
    private Billing shop;

    @BeforeEach
    void open() {
        shop = new Billing(port);
    }

    @Test
    void a_buyer_who_gives_an_address_gets_pdf_and_xml() throws Exception {
        try (var ear = SmtpEar.at(PORT)) {
            var boleta =
                    shop.issued(
                            shop.paid(),
                            BOLETA.replace("}", ",\"email\":\"Ana.Compra@Example.com\"}"));
            var sent = until(boleta, "SENT");
            assertThat(sent.path("to").asString()).isEqualTo("a***@example.com");
            var message =
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(
                                    ear.heard().getFirst().getBytes(StandardCharsets.UTF_8)));
            assertThat(message.getAllRecipients()[0]).hasToString("ana.compra@example.com");
            assertThat(message.getSubject()).contains("Boleta de venta electrónica B");
            assertThat(message.getFrom()[0].toString()).contains("comprobantes@demo.pe");
            var names = new ArrayList<String>();
            var parts = (Multipart) message.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                names.add(String.valueOf(parts.getBodyPart(i).getFileName()));
            }
            assertThat(names)
                    .anyMatch(name -> name.endsWith(".pdf"))
                    .anyMatch(name -> name.endsWith(".xml"));
        }
    }

    @Test
    void an_address_is_sealed_while_it_waits_and_gone_when_it_has_served() throws Exception {
        var boleta = shop.issued(shop.paid(), BOLETA);
        shop.settled(boleta, "ACCEPTED");
        var queued =
                shop.as("caja").post(V + "/invoices/" + boleta + "/mails", "{\"to\":\"b@x.pe\"}");
        assertThat(queued.mustBe(202).id()).startsWith("mail-");
        assertThat(new String(recipient(queued.id()), StandardCharsets.ISO_8859_1))
                .doesNotContain("b@x.pe");
        // The server is away: it waits, is tried again, and arrives.
        var waiting = until(boleta, "QUEUED");
        assertThat(waiting.path("sentAt").isMissingNode()).isTrue();
        try (var ear = SmtpEar.at(PORT)) {
            ear.grumpy(true);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> mails(boleta).path(0).path("attempts").asInt() > 0);
            ear.grumpy(false);
            assertThat(until(boleta, "SENT").path("attempts").asInt()).isGreaterThan(1);
        }
        assertThat(recipient(queued.id())).isEmpty();
    }

    @Test
    void an_issue_that_is_repeated_sends_one_e_mail_and_none_is_lost() {
        var order = shop.paid();
        var path = V + "/orders/" + order + "/invoices";
        var json = BOLETA.replace("}", ",\"email\":\"ana@example.com\"}");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var boleta = shop.as("caja").exchange("POST", path, json, key).mustBe(201).id();
        shop.settled(boleta, "ACCEPTED");
        assertThat(mails(boleta)).hasSize(1);
        shop.as("caja").exchange("POST", path, json, key).mustBe(201);
        assertThat(mails(boleta)).hasSize(1);
        // As if the program had stopped right after the document came about.
        assertThat(change("delete from invoice_mail where invoice_id = ?", boleta)).isEqualTo(1);
        shop.as("caja").exchange("POST", path, json, key).mustBe(201);
        assertThat(mails(boleta)).hasSize(1);
        assertThat(change("delete from invoice_mail where invoice_id = ?", boleta))
                .as("nobody is to hear of it in another test")
                .isEqualTo(1);
        // And what is refused sends nothing.
        var refused = "invoice-0198a1c2-mail-" + UUID.randomUUID();
        var twice = json.replace("}", ",\"invoice\":\"" + refused + "\"}");
        assertThat(shop.as("caja").post(path, twice).code()).isEqualTo("ORDER_IS_BILLED_ONCE");
        assertThat(change("delete from invoice_mail where invoice_id = ?", refused)).isZero();
    }

    private int change(String statement, String invoice) {
        var rows = new AtomicInteger();
        TenantScope.run(
                TenantScope.ALL, () -> rows.set(sql.sql(statement).param(invoice).update()));
        return rows.get();
    }

    @Test
    void only_those_who_issue_may_send_and_only_to_an_address() {
        var boleta = shop.issued(shop.paid(), BOLETA);
        shop.settled(boleta, "ACCEPTED");
        var path = V + "/invoices/" + boleta + "/mails";
        shop.as("auditor").post(path, "{\"to\":\"b@x.pe\"}").mustBe(403);
        shop.as("cocina").get(path).mustBe(403);
        assertThat(shop.as("caja").post(path, "{\"to\":\"nobody\"}").code())
                .isEqualTo("MALFORMED_EMAIL");
        assertThat(shop.as("caja").get(path).mustBe(200).body().path("on").asBoolean()).isTrue();
    }

    private byte[] recipient(String mail) throws Exception {
        return TenantScope.call(
                TenantScope.ALL,
                () ->
                        sql.sql(
                                        "select coalesce(recipient, ''::bytea) from invoice_mail where id = ?")
                                .param(mail)
                                .query(byte[].class)
                                .single());
    }

    private JsonNode mails(String invoice) {
        return shop.as("caja")
                .get(V + "/invoices/" + invoice + "/mails")
                .mustBe(200)
                .body()
                .path("items");
    }

    private JsonNode until(String invoice, String status) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> mails(invoice).path(0),
                        mail -> mail.path("status").asString("").equals(status));
    }
}
