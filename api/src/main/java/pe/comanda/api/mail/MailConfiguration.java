package pe.comanda.api.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The run that empties the outbox, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    @Bean
    Task<Void> mailInvoices(ObjectProvider<MailRun> run) {
        return Tasks.recurring("mail-invoices", FixedDelay.ofSeconds(5))
                .execute((_, _) -> run.getObject().run());
    }
}
