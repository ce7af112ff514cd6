package io.sipwright.integration;

import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.NodeStatus;
import io.sipwright.apply.Round;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Notes the rounds of a host, with the fence that it had; all hosts of a machine share the clock of nanoTime. */
final class RoundLog implements ApplyListener, AutoCloseable {

    private final BufferedWriter writer;
    private final String owner;
    private final DataSource dataSource;
    private long begin;
    private long fence;

    /** A round that has ended. */
    record Entry(String owner, long fence, long begin, long end, long generation) {}

    RoundLog(Path file, String owner, DataSource dataSource) throws IOException {
        this.writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.owner = owner;
        this.dataSource = dataSource;
    }

    @Override
    public void roundStarted(String node, long generation) {
        begin = System.nanoTime();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT fence FROM sip_nodes WHERE owner = '" + owner + "'")) {
            fence = rows.next() ? rows.getLong(1) : -1;
        } catch (SQLException e) {
            fence = -1;
        }
    }

    @Override
    public void roundEnded(NodeStatus before, NodeStatus after) {
        Round round = after.lastRound();
        if (round == null || begin == 0) {
            return;
        }
        try {
            writer.write(owner + " " + fence + " " + begin + " " + System.nanoTime() + " " + round.generation() + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin = 0;
    }

    static List<Entry> read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] part = line.split(" ");
            entries.add(new Entry(
                    part[0],
                    Long.parseLong(part[1]),
                    Long.parseLong(part[2]),
                    Long.parseLong(part[3]),
                    Long.parseLong(part[4])));
        }
        return entries;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
