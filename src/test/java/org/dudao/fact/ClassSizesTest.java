package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said of classes of which only brackets and a sum are known is what all sizes that they can have say. */
class ClassSizesTest {
  private static final int SEED = 5;

  @Test
  void as_many_classes_have_so_many_pupils_as_can_have() {
    Random random = new Random(SEED);
    int narrowed = 0;
    for (int i = 0; i < 300; i++) {
      ClassSizes sizes = sizes(random);
      List<List<Integer>> worlds = worlds(sizes);
      for (int pupils = 0; pupils < 12; pupils++) {
        int least = pupils;
        List<Long> counts =
            worlds.stream().map(world -> world.stream().filter(one -> one >= least).count()).sorted().toList();
        assertThat(List.of(sizes.fewestWith(pupils), sizes.mostWith(pupils))).as("%d in %s", pupils, sizes)
            .isEqualTo(List.of(counts.get(0), counts.get(counts.size() - 1)));
        narrowed += sizes.fewestWith(pupils) != ClassSizes.of(sizes.brackets()).fewestWith(pupils) ? 1 : 0;
      }
      SizeBracket largest = sizes.largest();
      SizeBracket smallest = sizes.smallest();
      assertThat(worlds).allSatisfy(world -> {
        assertThat(largest.has(world.stream().max(Integer::compare).orElseThrow())).isTrue();
        assertThat(smallest.has(world.stream().min(Integer::compare).orElseThrow())).isTrue();
      });
    }
    assertThat(narrowed).as("sums that say more than brackets").isPositive();
  }

  @Test
  void the_others_are_in_the_brackets_that_are_left() {
    ClassSizes sizes =
        new ClassSizes(List.of(new SizeBracket("46-50", 46, 50, 2), new SizeBracket("51-55", 51, 55, 1)), 148, 148);
    ClassSizes rest = sizes.without(48);
    assertThat(rest.classes()).isEqualTo(2);
    assertThat(List.of(rest.fewest(), rest.most())).containsExactly(100L, 100L);
    assertThat(rest.without(60)).isEqualTo(rest);
    assertThat(sizes.withoutAny(1).brackets()).containsExactly(new SizeBracket(null, 46, 55, 2));
  }

  @Test
  void classes_without_an_end_may_have_any_size() {
    ClassSizes sizes = ClassSizes.of(List.of(new SizeBracket("66+", 66, SizeBracket.NO_END, 1_000_000)));
    assertThat(sizes.fewestWith(66)).isEqualTo(1_000_000);
    assertThat(sizes.fewestWith(67)).isZero();
    assertThat(sizes.mostWith(SizeBracket.NO_END)).isEqualTo(1_000_000);
  }

  /** Two or three brackets of small classes, and a sum that they can have. */
  private static ClassSizes sizes(Random random) {
    List<SizeBracket> brackets = new ArrayList<>();
    int low = 0;
    int sum = 0;
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      int high = low + random.nextInt(4);
      int classes = 1 + random.nextInt(2);
      brackets.add(new SizeBracket(null, low, high, classes));
      for (int j = 0; j < classes; j++) {
        sum += low + random.nextInt(high - low + 1);
      }
      low = high + 1;
    }
    return new ClassSizes(brackets, sum - random.nextInt(3), sum + random.nextInt(3));
  }

  private static List<List<Integer>> worlds(ClassSizes sizes) {
    List<List<Integer>> worlds = new ArrayList<>(List.of(List.of()));
    for (SizeBracket one : sizes.brackets()) {
      for (int i = 0; i < one.classes(); i++) {
        List<List<Integer>> more = new ArrayList<>();
        for (List<Integer> world : worlds) {
          for (int size = one.low(); size <= one.high(); size++) {
            List<Integer> longer = new ArrayList<>(world);
            longer.add(size);
            more.add(longer);
          }
        }
        worlds = more;
      }
    }
    return worlds.stream()
        .filter(world -> {
          long sum = world.stream().mapToLong(Integer::longValue).sum();
          return sum >= sizes.fewest() && sum <= sizes.most();
        })
        .toList();
  }
}
