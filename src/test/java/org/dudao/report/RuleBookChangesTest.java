package org.dudao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dudao.Shipped;
import org.dudao.engine.World;
import org.dudao.fact.Limit;
import org.dudao.load.InputException;
import org.junit.jupiter.api.Test;

class RuleBookChangesTest {
  private static final String OLD = "cn: class-size.t, class-size.students, primary, 45, students, must, 2012-01-01,";

  @Test
  void a_book_differs_in_nothing_from_itself() {
    assertThat(RuleBookChanges.between(Shipped.LIMITS, Shipped.LIMITS).isEmpty()).isTrue();
  }

  @Test
  void a_limit_is_found_again_by_id_region_and_first_day() throws InputException {
    List<Limit> before =
        World.limits(OLD + " 2020-01-01", "cn: class-size.u, class-size.students, junior, 50, students, must");
    List<Limit> after =
        World.limits(
            OLD.replace("45, students, must", "42.0, students, should") + " 2021-01-01",
            OLD.replace("45", "40").replace("2012", "2021"),
            "cn-43: class-size.u, class-size.students, junior, 50, students, must");
    RuleBookChanges changes = RuleBookChanges.between(before, after);
    assertThat(changes.changed()).hasSize(1);
    assertThat(changes.changed().get(0).cells())
        .containsExactly(
            new RuleBookChanges.ChangedCell("value", "45", "42.0"),
            new RuleBookChanges.ChangedCell("level", "must", "should"),
            new RuleBookChanges.ChangedCell("until", "2020-01-01", "2021-01-01"));
    assertThat(changes.added()).extracting(Limit::region).containsExactlyInAnyOrder("CN", "CN-43");
    assertThat(changes.missing()).extracting(Limit::id).containsExactly("class-size.u");
  }

  @Test
  void a_limit_whose_first_day_was_changed_is_the_same_limit() throws InputException {
    RuleBookChanges changes =
        RuleBookChanges.between(World.limits(OLD), World.limits(OLD.replace("2012-01-01", "2032-01-01")));
    assertThat(changes.added()).isEmpty();
    assertThat(changes.missing()).isEmpty();
    assertThat(changes.changed().get(0).cells())
        .containsExactly(new RuleBookChanges.ChangedCell("from", "2012-01-01", "2032-01-01"));
  }

  @Test
  void a_number_that_is_written_otherwise_is_no_change() throws InputException {
    assertThat(RuleBookChanges.between(World.limits(OLD), World.limits(OLD.replace("45", "45.0"))).isEmpty()).isTrue();
  }

  @Test
  void a_day_of_announcement_that_is_gone_is_told() throws InputException {
    RuleBookChanges changes =
        RuleBookChanges.between(World.limits(OLD + ",, 2011-05-01"), World.limits(OLD));
    assertThat(changes.changed().get(0).cells())
        .containsExactly(new RuleBookChanges.ChangedCell("announced", "2011-05-01", ""));
  }
}
