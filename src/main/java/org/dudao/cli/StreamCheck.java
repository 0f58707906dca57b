package org.dudao.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dudao.engine.Checker;
import org.dudao.engine.ReadyRules;
import org.dudao.fact.CrashSite;
import org.dudao.fact.Facts;
import org.dudao.fact.Intake;
import org.dudao.fact.Level;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.format.JsonStream;
import org.dudao.load.EarlierSubmissions;
import org.dudao.load.FactStream;
import org.dudao.load.Heading;
import org.dudao.load.InputException;
import org.dudao.load.RawDocument;
import org.dudao.report.BureauTotal;
import org.dudao.report.Checked;
import org.dudao.report.Digest;
import org.dudao.report.ExitCode;
import org.dudao.report.Totals;

/**
 * A check of more than memory holds: each document is a bureau, judged by one of several threads and written in the order
 * in which it came. Memory holds a few documents for each thread, and eight bytes for each bureau, to know it again.
 */
final class StreamCheck {
  private static final int WAITING_FOR_EACH_THREAD = 2;

  private final Checker checker;
  private final FactStream stream;
  private final EarlierSubmissions earlier;
  private final ReadyRules rules;
  private final JsonStream lines;
  private final Level failOn;
  private final int threads;
  /** How many bytes documents may have that wait together; one alone may have more. */
  private final long mostBytes;
  private final Console console;

  private final Set<Long> met = new HashSet<>();
  private final Totals totals = new Totals();

  StreamCheck(
      Checker checker, FactStream stream, EarlierSubmissions earlier, ReadyRules rules, JsonStream lines,
      Level failOn, int threads, long mostBytes, Console console) {
    this.checker = checker;
    this.stream = stream;
    this.earlier = earlier;
    this.rules = rules;
    this.lines = lines;
    this.failOn = failOn;
    this.threads = threads;
    this.mostBytes = mostBytes;
    this.console = console;
  }

  /**
   * What became of one document: neither its facts nor its findings are kept until its turn comes.
   *
   * @param total null when it could not be read
   * @param at where the id of its bureau stands; null when it could not be read
   * @param problems what is wrong when it could not be read
   * @param intake what was read of it, or was not
   */
  private record Done(BureauTotal total, Origin at, byte[] lines, List<Problem> problems, Intake intake) {}

  /** A document of so many bytes whose turn to be written has not come. */
  private record Waiting(int bytes, Future<Done> done) {}

  /** What all came to, once all of it was read. */
  Totals totals() {
    return totals;
  }

  /** Reads, judges and writes all of it; ends at once when it cannot be written. */
  ExitCode run(List<String> files, boolean allowUnknown) throws InterruptedException {
    try {
      writeAll(files);
      return ExitCode.of(totals, allowUnknown);
    } catch (CancellationException e) {
      return ExitCode.FAILED;
    }
  }

  private void writeAll(List<String> files) throws InterruptedException {
    List<Problem> unopened = new ArrayList<>(earlier.problems());
    unopened.addAll(rules.notes());
    ExecutorService workers = threads == 1 ? null : Executors.newFixedThreadPool(threads);
    try {
      Deque<Waiting> waiting = new ArrayDeque<>();
      Intake found = stream.forEach(files, unopened, document -> {
        if (workers == null) {
          write(judged(document));
        } else {
          int bytes = document.bytes().length;
          while (!waiting.isEmpty() && isFull(waiting, bytes)) {
            write(result(waiting.remove().done));
          }
          waiting.add(new Waiting(bytes, workers.submit(() -> judged(document))));
        }
      });
      waiting.forEach(one -> write(result(one.done)));
      totals.add(found.plus(Intake.of(0, earlier.unread())));
    } finally {
      if (workers != null) {
        workers.shutdownNow();
      }
    }
    if (!unopened.isEmpty()) {
      write(unread(unopened, Intake.NONE));
    }
    write(lines.run(totals, rules.fingerprint(), rules.own()));
  }

  private boolean isFull(Deque<Waiting> waiting, int bytes) {
    return waiting.size() == threads * WAITING_FOR_EACH_THREAD
        || waiting.stream().mapToLong(Waiting::bytes).sum() + bytes > mostBytes;
  }

  private Done judged(RawDocument document) {
    try {
      Facts one = earlier.beside(stream.read(document));
      Digest digest = checker.digest(one);
      BureauTotal total = digest.total(failOn);
      return new Done(total, one.placeOfBureau("id"), lines.bureau(digest, total), List.of(), Intake.of(one, 1));
    } catch (InputException e) {
      return unread(e.problems(), document.leftOut());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // Of the other documents it says nothing.
      return unread(List.of(failure(document, e)), document.leftOut());
    }
  }

  private static Problem failure(RawDocument document, Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return Problem.of(ProblemCode.DOCUMENT_OUT_OF_MEMORY, document.at());
    }
    return e instanceof StackOverflowError
        ? Problem.of(ProblemCode.DOCUMENT_NESTED, document.at())
        : Problem.of(ProblemCode.DOCUMENT_FAILED, document.at(), CrashSite.of(e));
  }

  private Done unread(List<Problem> problems, Intake leftOut) {
    return new Done(null, null, lines.problems(problems), problems, leftOut);
  }

  private static Done result(Future<Done> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void write(Done done) {
    BureauTotal total = done.total();
    if (total != null && !met.add(named(total.bureau()))) {
      // What is said of a bureau in two places would have to be judged together.
      Checked twice = total.bureau();
      write(
          unread(
              List.of(Problem.of(ProblemCode.BUREAU_TWICE, done.at(), twice.id(), twice.asOf())), Intake.SKIPPED));
      return;
    }
    write(done.lines());
    totals.add(done.intake());
    if (total == null) {
      totals.addProblems(done.problems());
    } else {
      totals.add(total);
    }
  }

  /** Goes on when nobody reads it any more, for the exit code; what cannot be written makes all further work vain. */
  private void write(byte[] bytes) {
    console.out().writeBytes(bytes);
    if (console.isLost()) {
      throw new CancellationException();
    }
  }

  /** A hash of 64 bits: among a million bureaus two are taken for one once in thirty million runs. */
  private static long named(Checked bureau) {
    long hash = 0xcbf29ce484222325L;
    String key = new Heading(bureau.id(), bureau.asOf().toString()).key(null);
    for (byte one : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ one) * 0x100000001b3L;
    }
    return hash;
  }
}
