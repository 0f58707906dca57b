package org.dudao.campaign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text of rules in which a few tokens are others, are gone, are there twice, or have changed places. */
final class RuleTextMutant {
  private static final int MOST_CHANGES = 3;
  private static final Pattern TOKEN = Pattern.compile("\"[^\"\\n]*\"|[\\w.]+|\\s+|.");

  private RuleTextMutant() {}

  static byte[] of(String sound, Random random) {
    List<String> tokens =
        TOKEN.matcher(sound).results().map(MatchResult::group).collect(Collectors.toCollection(ArrayList::new));
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
      int at = random.nextInt(tokens.size());
      switch (random.nextInt(6)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, tokens.get(at));
        case 2 -> tokens.set(at, tokens.set(random.nextInt(tokens.size()), tokens.get(at)));
        case 3 -> tokens.set(at, OddValues.one(tokens, random));
        case 4 -> tokens.set(at, OddValues.one(OddValues.TOKENS, random));
        default -> tokens.add(at, OddValues.one(OddValues.TOKENS, random));
      }
    }
    return String.join("", tokens).getBytes(StandardCharsets.UTF_8);
  }
}
