package pe.comanda.api.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;

/** Whether and from where documents are mailed. Off unless server and sender are both named. */
@Component
class MailSettings {
    private static final Duration LONGEST = Duration.ofHours(6);

    private final ObjectProvider<JavaMailSender> sender;
    private final String from;
    private final Duration retry;

    MailSettings(
            ObjectProvider<JavaMailSender> sender,
            @Value("${comanda.mail.from:}") String from,
            @Value("${comanda.mail.retry:1m}") Duration retry) {
        this.sender = sender;
        this.from = from.strip();
        this.retry = retry;
    }

    boolean isOn() {
        return sender().isPresent();
    }

    Optional<JavaMailSender> sender() {
        return from.isEmpty() ? Optional.empty() : Optional.ofNullable(sender.getIfAvailable());
    }

    String from() {
        return from;
    }

    /** How long to wait after so many failures. */
    Duration after(int failures) {
        var delay = retry.multipliedBy(1L << Math.clamp(failures - 1, 0, 12));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
