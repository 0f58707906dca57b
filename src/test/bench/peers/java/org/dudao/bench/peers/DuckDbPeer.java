package org.dudao.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB: one SQL script reads the file, judges it and writes what it found; {@code DuckDbPeer COUNTIES VIOLATIONS}. */
final class DuckDbPeer {
  private DuckDbPeer() {}

  public static void main(String[] args) throws IOException, SQLException {
    String script =
        Files.readString(Peer.RULES.resolve("duckdb.sql"))
            .replace("${counties}", args[0].replace("'", "''"))
            .replace("${violations}", args[1].replace("'", "''"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
    Peer.tellProcessorTime();
  }
}
