package org.dudao.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dudao.Shipped;
import org.dudao.fact.WorkCalendar;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.junit.jupiter.api.Test;

class StoredRulesTest {
  @Test
  void what_the_build_stored_is_what_the_files_say() throws InputException {
    LinkedRules stored = StoredRules.find();
    LinkedRules read = LinkedRules.of(RuleFiles.shipped());
    assertThat(stored.codes().lists()).isEqualTo(read.codes().lists()).isNotEmpty();
    assertThat(stored.codes().forms()).isEqualTo(read.codes().forms()).isNotEmpty();
    assertThat(stored.inputs()).isEqualTo(read.inputs());
    assertThat(stored.limits()).isEqualTo(read.limits()).isNotEmpty();
    assertThat(stored.rules().rules()).isEqualTo(read.rules().rules()).isNotEmpty();
    assertThat(stored.rules().keys()).isEqualTo(read.rules().keys()).isNotEmpty();
    assertThat(stored.calendars().keySet()).isEqualTo(read.calendars().keySet());
    stored.calendars().forEach((country, calendar) -> {
      WorkCalendar other = read.calendars().get(country);
      assertThat(calendar.tables()).isEqualTo(other.tables()).hasSize(1);
    });
  }

  @Test
  void what_was_stored_of_other_files_is_as_good_as_none() throws InputException, IOException {
    List<String> stamp = RuleFiles.stamp();
    byte[] stored = StoreWriter.bytes(LinkedRules.of(Shipped.FILES), stamp);
    assertThat(StoredRules.read(stored, stamp)).isNotNull();
    for (int i = 0; i < stamp.size(); i++) {
      List<String> edited = new ArrayList<>(stamp);
      edited.set(i, stamp.get(i) + "1");
      assertThat(StoredRules.read(stored, edited)).isNull();
      List<String> fewer = new ArrayList<>(stamp);
      fewer.remove(i);
      assertThat(StoredRules.read(stored, fewer)).isNull();
    }
    List<String> more = new ArrayList<>(stamp);
    more.add("rules/cn/more.csv 1 1");
    assertThat(StoredRules.read(stored, more)).isNull();
  }

  @Test
  void the_stamp_names_each_file_that_is_read() {
    assertThat(RuleFiles.stamp())
        .hasSize(
            Shipped.FILES.rules().size() + Shipped.FILES.limits().size() + Shipped.FILES.forms().size()
                + Shipped.FILES.codes().size()
                + Shipped.FILES.calendars().size());
  }
}
