package org.dudao.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What is known of the sizes of several classes that are not told one by one.
 *
 * @param brackets all of the classes, each in one of them
 * @param fewest how many pupils all of them have together, at least
 * @param most how many pupils all of them have together, at most
 */
public record ClassSizes(List<SizeBracket> brackets, long fewest, long most) {
  public ClassSizes {
    brackets = brackets.stream().filter(one -> one.classes() > 0).toList();
    fewest = Math.max(fewest, sum(brackets, SizeBracket::low));
    most = Math.min(most, sum(brackets, SizeBracket::high));
  }

  /** Classes in these brackets, of which no more is known. */
  public static ClassSizes of(List<SizeBracket> brackets) {
    return new ClassSizes(brackets, 0, Long.MAX_VALUE);
  }

  private static long sum(List<SizeBracket> brackets, ToLongFunction<SizeBracket> end) {
    return brackets.stream().mapToLong(one -> one.classes() * end.applyAsLong(one)).sum();
  }

  /** How many classes there are. */
  public int classes() {
    return brackets.stream().mapToInt(SizeBracket::classes).sum();
  }

  /** How many of the classes have at least so many pupils, at the least: the others have as many as they can. */
  public long fewestWith(long pupils) {
    long certain = 0;
    long without = 0;
    List<SizeBracket> open = new ArrayList<>();
    for (SizeBracket one : brackets) {
      boolean isOpen = isOpen(one, pupils);
      if (isOpen) {
        open.add(one);
      } else if (one.low() >= pupils) {
        certain += one.classes();
      }
      without += one.classes() * (isOpen ? pupils - 1 : one.high());
    }
    open.sort(Comparator.comparing(SizeBracket::high).reversed());
    long lacking = fewest - without;
    for (SizeBracket one : open) {
      long gain = one.high() - (pupils - 1);
      long more = lacking <= 0 ? 0 : Math.min(one.classes(), (lacking + gain - 1) / gain);
      certain += more;
      lacking -= more * gain;
    }
    return certain;
  }

  /** How many of the classes have at least so many pupils, at the most: the others have as few as they can. */
  public long mostWith(long pupils) {
    long possible = 0;
    List<SizeBracket> open = new ArrayList<>();
    for (SizeBracket one : brackets) {
      if (isOpen(one, pupils)) {
        open.add(one);
      } else if (one.low() >= pupils) {
        possible += one.classes();
      }
    }
    open.sort(Comparator.comparing(SizeBracket::low).reversed());
    long left = most - sum(brackets, SizeBracket::low);
    for (SizeBracket one : open) {
      long cost = pupils - one.low();
      long more = Math.max(0, Math.min(one.classes(), left / cost));
      possible += more;
      left -= more * cost;
    }
    return possible;
  }

  private static boolean isOpen(SizeBracket one, long pupils) {
    return one.low() < pupils && pupils <= one.high();
  }

  /** The size of the largest class, in its bracket. */
  public SizeBracket largest() {
    SizeBracket top = brackets.stream().max(Comparator.comparing(SizeBracket::low)).orElseThrow();
    return top.of(1).within(size((fewest + classes() - 1) / classes()), size(othersLeave(most, top, SizeBracket::low)));
  }

  /** The size of the smallest class, in its bracket. */
  public SizeBracket smallest() {
    SizeBracket bottom = brackets.stream().min(Comparator.comparing(SizeBracket::high)).orElseThrow();
    return bottom.of(1).within(size(othersLeave(fewest, bottom, SizeBracket::high)), size(most / classes()));
  }

  /** How many of these pupils are left for a class of that bracket when all others have as many as that end says. */
  private long othersLeave(long pupils, SizeBracket one, ToLongFunction<SizeBracket> end) {
    return pupils - (sum(brackets, end) - end.applyAsLong(one));
  }

  private static int size(long pupils) {
    return (int) Math.max(0, Math.min(pupils, SizeBracket.NO_END));
  }

  /** The others, when one of the classes has so many pupils; all where none can have. */
  public ClassSizes without(int pupils) {
    SizeBracket its =
        brackets.stream()
            .filter(one -> one.has(pupils))
            .min(Comparator.comparing(one -> one.high() - one.low()))
            .orElse(null);
    if (its == null) {
      return this;
    }
    List<SizeBracket> rest = new ArrayList<>(brackets);
    rest.set(rest.indexOf(its), its.of(its.classes() - 1));
    return new ClassSizes(rest, fewest - pupils, most - pupils);
  }

  /** The others, when so many of the classes are known of which nobody says how large they are. */
  public ClassSizes withoutAny(int number) {
    int low = brackets.stream().mapToInt(SizeBracket::low).min().orElseThrow();
    int high = brackets.stream().mapToInt(SizeBracket::high).max().orElseThrow();
    return of(List.of(new SizeBracket(null, low, high, classes() - number)));
  }
}
