package org.dudao.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Rounds of one subject, each with an input of its own that its number alone decides. All are played, and those whose
 * answer was wrong are told together; what they read stays in {@code target/campaign}. As many rounds as one wants are
 * played by {@code -Dcampaign.rounds=N}, from the number {@code -Dcampaign.first=N} on.
 */
final class Campaign {
  private static final int ROUNDS = Integer.getInteger("campaign.rounds", 0);
  private static final int FIRST = Integer.getInteger("campaign.first", 0);
  private static final Path FOLDER = Path.of("target/campaign");
  /** Only guards: no round takes a hundredth of it. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MOST_TOLD = 1000;
  /** Random numbers of neighbouring seeds begin alike. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private Campaign() {}

  /** Makes an input, has it read, and holds the answer against the oracles. */
  @FunctionalInterface
  interface Round {
    /**
     * @param folder an empty one
     * @return in one word how it ended, for the tally
     */
    String play(Random random, Path folder) throws Exception;
  }

  /**
   * Plays the rounds of that subject.
   *
   * @param usual how many, when nobody asks for more
   * @param ends how some of the usual ones must end: input that is all sound or all refused would show little
   */
  static void play(String subject, int usual, List<String> ends, Round round) throws IOException {
    int rounds = ROUNDS > 0 ? ROUNDS : usual;
    Map<String, Integer> tally = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (int number = FIRST; number < FIRST + rounds; number++) {
      Path folder = FOLDER.resolve(subject + "-" + number);
      delete(folder);
      Files.createDirectories(folder);
      Random random = new Random(number * SPREAD + subject.hashCode());
      try {
        tally.merge(assertTimeoutPreemptively(PATIENCE, () -> round.play(random, folder)), 1, Integer::sum);
        delete(folder);
      } catch (Throwable e) {
        // The next rounds show whether it is one fault or many.
        wrong.add(folder + ": " + shortened(String.valueOf(e)));
      }
    }
    System.out.printf("campaign %s: tried %d, survived %d %s%n", subject, rounds, rounds - wrong.size(), tally);
    assertThat(wrong).isEmpty();
    if (ROUNDS == 0 && FIRST == 0) {
      assertThat(tally).as(subject).containsKeys(ends.toArray(String[]::new));
    }
  }

  private static String shortened(String told) {
    return told.length() <= MOST_TOLD ? told : told.substring(0, MOST_TOLD) + " ...";
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }
}
