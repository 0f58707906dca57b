package org.dudao.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.dudao.fact.Problem;
import org.dudao.report.BureauTotal;
import org.dudao.report.Digest;
import org.dudao.report.Finding;
import org.dudao.report.OwnRules;
import org.dudao.report.Totals;

/**
 * What a check of many bureaus writes while it goes on, a JSON object a line, each with its {@code type}: after the
 * {@code finding}s and {@code problem}s of a bureau the {@code bureau}, at the end a {@code standard} each, and the
 * {@code run}; stream.schema.json beside this class describes them. The check of a country also tells each document
 * that it left out as {@code unreadable}. Shared by threads.
 */
public final class JsonStream {
  /** Bytes of a line, rounded up: to outgrow the room costs a copy of all of it. */
  private static final int USUAL_LENGTH = 640;
  /** Lines for which there is room from the start. */
  private static final int MANY = 10_000;

  private final Messages messages;

  public JsonStream(Messages messages) {
    this.messages = messages;
  }

  /** The lines of one bureau, each with its line feed. */
  public byte[] bureau(Digest digest, BureauTotal total) {
    return lines(digest.findings().size() + 1, json -> {
      digest.findings().forEach(json::finding);
      digest.problems().forEach(json::problem);
      json.bureau(total);
    });
  }

  /** The lines of what could not be read, each with its line feed. */
  public byte[] problems(List<Problem> problems) {
    return lines(problems.size(), json -> problems.forEach(json::problem));
  }

  /**
   * The last lines, each with its line feed.
   *
   * @param rules the fingerprint of the rules that were applied
   * @param own what they make of the shipped ones; null when they are those
   */
  public byte[] run(Totals totals, String rules, OwnRules own) {
    return lines(totals.standards().size() + 1, json -> json.run(totals, rules, own));
  }

  /** The line of one finding, without line feed. */
  public String finding(Finding finding) {
    return line(json -> json.finding(finding));
  }

  /** The line of one problem, without line feed. */
  public String problem(Problem problem) {
    return line(json -> json.problem(problem));
  }

  /**
   * The line of a line of the input that could not be used, without line feed.
   *
   * @param number counted from 1
   * @param raw the line itself
   */
  public String unreadable(String file, long number, String raw) {
    return line(json -> json.unreadable(file, number, raw));
  }

  /** The line of one bureau, without line feed. */
  public String bureau(BureauTotal total) {
    return line(json -> json.bureau(total));
  }

  private String line(Consumer<JsonWriter> content) {
    return new String(lines(1, content), StandardCharsets.UTF_8).stripTrailing();
  }

  private byte[] lines(int count, Consumer<JsonWriter> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(count, MANY) * USUAL_LENGTH);
    try (JsonWriter json = JsonWriter.lines(bytes, messages)) {
      content.accept(json);
    }
    if (bytes.size() > 0) {
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }
}
