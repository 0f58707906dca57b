package org.dudao.load;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dudao.fact.Facts;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** What bureaus submitted for earlier days, beside which their facts of today are put. Shared by threads. */
public final class EarlierSubmissions {
  /** Nobody asked to compare with anything. */
  public static final EarlierSubmissions NONE =
      new EarlierSubmissions(FactReader.Result.NONE, false);

  private final FactReader.Result read;
  private final boolean isAskedFor;
  /** By the id of the bureau, for whatever day. */
  private final Map<String, List<Facts>> ofBureaus = new HashMap<>();

  private EarlierSubmissions(FactReader.Result read, boolean isAskedFor) {
    this.read = read;
    this.isAskedFor = isAskedFor;
    for (Facts facts : read.facts()) {
      ofBureaus.merge(facts.bureau().id(), List.of(facts), EarlierSubmissions::both);
    }
  }

  /** What was read of the earlier files. */
  public static EarlierSubmissions of(FactReader.Result read) {
    return new EarlierSubmissions(read, true);
  }

  /** The files that were read. */
  public List<FactReader.ReadFile> files() {
    return read.files();
  }

  /** The names of files that lay beside them, and are none of facts by their names. */
  public List<String> unread() {
    return read.intake().unread();
  }

  /** What is wrong with the files. */
  public List<Problem> problems() {
    return read.problems();
  }

  /**
   * The facts with what their bureau submitted last before; where it submitted nothing, with a note of that.
   *
   * @throws InputException when what was submitted before is for no earlier day
   */
  public Facts beside(Facts now) throws InputException {
    if (!isAskedFor) {
      return now;
    }
    List<Facts> earlier = ofBureaus.getOrDefault(now.bureau().id(), List.of());
    List<Problem> late =
        earlier.stream()
            .filter(one -> !one.asOf().isBefore(now.asOf()))
            .map(one -> Problem.of(
                ProblemCode.NOT_EARLIER, one.placeOfBureau(null), one.bureau().id(), one.asOf(), now.asOf()))
            .toList();
    if (!late.isEmpty()) {
      throw new InputException(late);
    }
    return earlier.stream().max(Comparator.comparing(Facts::asOf))
        .map(now::after)
        .orElseGet(() -> now.noting(
            Problem.of(ProblemCode.NOTHING_EARLIER, now.placeOfBureau("id"), now.bureau().id())));
  }

  private static List<Facts> both(List<Facts> some, List<Facts> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
