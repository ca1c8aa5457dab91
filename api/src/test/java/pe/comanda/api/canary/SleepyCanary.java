package pe.comanda.api.canary;

public class SleepyCanary {
    void rest() throws InterruptedException {
        Thread.sleep(1);
    }
}
