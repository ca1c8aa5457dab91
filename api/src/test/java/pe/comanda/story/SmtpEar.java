package pe.comanda.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server as far as a sender notices: takes every message, or turns each away. */
final class SmtpEar implements AutoCloseable {
    private final ServerSocket door;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean grumpy;

    private SmtpEar(ServerSocket door) {
        this.door = door;
    }

    static SmtpEar at(int port) throws IOException {
        var ear = new SmtpEar(new ServerSocket(port, 10, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(ear::listen);
        return ear;
    }

    /** Messages as they came, headers and all. */
    List<String> heard() {
        return heard;
    }

    void grumpy(boolean is) {
        grumpy = is;
    }

    private void listen() {
        while (!door.isClosed()) {
            try (var socket = door.accept()) {
                talk(socket);
            } catch (IOException _) {
                // Whoever hangs up is gone; the next one is welcome.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
        say(out, grumpy ? "421 Not today" : "220 ear");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
                case "DATA" -> {
                    say(out, "354 go on");
                    heard.add(message(in));
                    say(out, "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 fine");
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(Writer out, String words) throws IOException {
        out.write(words + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
