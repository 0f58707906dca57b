package org.dudao.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dudao.engine.Checker;
import org.dudao.fact.Facts;
import org.dudao.fact.Level;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.format.JsonStream;
import org.dudao.load.FactStream;
import org.dudao.load.InputException;
import org.dudao.load.RawDocument;
import org.dudao.report.Checked;
import org.dudao.report.Digest;
import org.dudao.report.Standard;
import org.dudao.report.Tally;
import org.dudao.report.Verdict;

/**
 * A check of more than memory holds: each document is a bureau, judged by one of several threads and written in the order
 * in which it came. Memory holds a few documents for each thread, and eight bytes for each bureau, to know it again.
 */
final class StreamCheck {
  private static final int WAITING_FOR_EACH_THREAD = 2;

  private final Checker checker;
  private final FactStream stream;
  private final JsonStream lines;
  private final Level failOn;
  private final int threads;
  private final PrintStream out;

  private final Set<Long> met = new HashSet<>();
  private final Map<String, Tally> totals = new TreeMap<>();
  private final Set<List<Standard>> laws = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Standard> standards = new HashMap<>();
  private long bureaus;
  private long facts;
  private long problems;
  private boolean unreadable;
  private Verdict verdict = Verdict.CLEAN;

  StreamCheck(Checker checker, FactStream stream, JsonStream lines, Level failOn, int threads, PrintStream out) {
    this.checker = checker;
    this.stream = stream;
    this.lines = lines;
    this.failOn = failOn;
    this.threads = threads;
    this.out = out;
  }

  /**
   * What became of one document.
   *
   * @param bureau null when it could not be read
   */
  private record Done(Judged bureau, byte[] lines, int problems) {}

  /** What is kept of a bureau until its turn comes: neither its facts nor its findings. */
  private record Judged(
      Checked bureau, Origin at, List<Standard> standards, Map<String, Tally> totals, Verdict verdict) {}

  /** Reads, judges and writes all of it. */
  ExitCode run(List<String> files, boolean allowUnknown, String rules) throws InterruptedException {
    List<Problem> unopened = new ArrayList<>();
    ExecutorService workers = threads == 1 ? null : Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<Done>> waiting = new ArrayDeque<>();
      stream.forEach(files, unopened, document -> {
        if (workers == null) {
          write(judged(document));
        } else {
          if (waiting.size() == threads * WAITING_FOR_EACH_THREAD) {
            write(result(waiting.remove()));
          }
          waiting.add(workers.submit(() -> judged(document)));
        }
      });
      waiting.forEach(done -> write(result(done)));
    } finally {
      if (workers != null) {
        workers.shutdownNow();
      }
    }
    if (!unopened.isEmpty()) {
      write(new Done(null, lines.problems(unopened), unopened.size()));
    }
    Verdict all = (unreadable || bureaus == 0) && verdict == Verdict.CLEAN ? Verdict.INCOMPLETE : verdict;
    write(lines.run(found(), bureaus, facts, problems, all, rules));
    return ExitCode.of(all, unreadable, allowUnknown);
  }

  private Done judged(RawDocument document) {
    try {
      Facts one = stream.read(document);
      Digest digest = checker.digest(one);
      Judged judged =
          new Judged(
              digest.bureau(), one.placeOfBureau("id"), digest.standards(), digest.totals(), digest.verdict(failOn));
      return new Done(judged, lines.bureau(digest), digest.problems().size());
    } catch (InputException e) {
      return new Done(null, lines.problems(e.problems()), e.problems().size());
    }
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
    Judged judged = done.bureau();
    if (judged != null && !met.add(named(judged.bureau()))) {
      // What is said of a bureau in two places would have to be judged together.
      Checked twice = judged.bureau();
      Problem problem = new Problem("bureau-twice", List.of(twice.id(), twice.asOf().toString()), judged.at());
      write(new Done(null, lines.problems(List.of(problem)), 1));
      return;
    }
    write(done.lines());
    problems += done.problems();
    if (judged == null) {
      unreadable = true;
      return;
    }
    bureaus++;
    facts += judged.bureau().subjects();
    if (laws.add(judged.standards())) {
      judged.standards().forEach(standard -> standards.merge(standard.id(), standard, StreamCheck::newer));
    }
    judged.totals().forEach((id, tally) -> totals.merge(id, tally, Tally::plus));
    verdict = worse(verdict, judged.verdict());
  }

  /** A print stream keeps to itself that a disk is full, or that nobody reads any more: then the work was in vain. */
  private void write(byte[] bytes) {
    out.writeBytes(bytes);
    if (out.checkError()) {
      throw new UncheckedIOException(new IOException("standard output cannot be written"));
    }
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one == Verdict.VIOLATIONS || other == Verdict.CLEAN ? one : other;
  }

  /** A hash of 64 bits: among a million bureaus two are taken for one once in thirty million runs. */
  private static long named(Checked bureau) {
    long hash = 0xcbf29ce484222325L;
    for (byte one : (bureau.id() + " " + bureau.asOf()).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ one) * 0x100000001b3L;
    }
    return hash;
  }

  /** The standards that judged somebody, each as its newest version, with what was found. */
  private Map<Standard, Tally> found() {
    Map<Standard, Tally> all = new TreeMap<>(Comparator.comparing(Standard::id));
    totals.forEach((id, tally) -> all.put(standards.get(id), tally));
    return all;
  }

  private static Standard newer(Standard one, Standard other) {
    return other.from() != null && (one.from() == null || other.from().isAfter(one.from())) ? other : one;
  }
}
