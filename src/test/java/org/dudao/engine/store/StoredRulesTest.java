package org.dudao.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dudao.EditedRules;
import org.dudao.Shipped;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;
import org.dudao.fact.WorkCalendar;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void parts_of_limits_from_which_others_took_are_stored_too(@TempDir Path folder) throws InputException, IOException {
    Path table = Files.createDirectories(folder.resolve("cn-43")).resolve("class-size.csv");
    Files.writeString(
        table,
        """
        id,rule,applies_to,value,unit,level,from,until,title,title_en,document,clause,remedy,dated_by,ref,effect
        class-size.junior.design,class-size.students,rural,,,,2025-01-01,2027-01-01,班额,,文件,一,,,,exempts
        class-size.primary.design,class-size.students,,,,,2025-01-01,,班额,,文件,一,,,,withdraws
        class-size.senior.design,class-size.students,senior,99,students,note,,,班额,,文件,一,,,,replaces
        """);
    LinkedRules read = LinkedRules.of(RuleFiles.none().with(folder).overShipped());
    List<String> stamp = List.of("x");
    List<Limit> stored = StoredRules.read(StoreWriter.bytes(read, stamp), stamp).limits();
    assertThat(stored).isEqualTo(read.limits());
    assertThat(stored).filteredOn(limit -> limit.territory() != null).hasSize(6);
    assertThat(stored).filteredOn(limit -> limit.effect() == Effect.REPLACES).hasSize(1);
  }

  /** What is the same as in the shipped files is not read again; what is read must not tell. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "cn/class-size.csv", "cn/class-size.drl", "cn/codes-class-size.csv", "cn/forms.csv", "calendars/cn.csv", "LEFT-OUT.csv",
        "VERIFIED.csv"
      })
  void what_is_known_need_not_be_read_again(String edited, @TempDir Path folder) throws InputException, IOException {
    EditedRules.copiedTo(folder);
    if (!edited.isEmpty()) {
      Path file = folder.resolve(edited);
      String text = Files.exists(file) ? Files.readString(file) : "";
      Files.writeString(file, edited.endsWith(".drl") ? "// 说明\n" + text : text + "\n");
    }
    requireSame(RuleFiles.none().with(folder).overShipped());
  }

  @Test
  void what_is_known_below_a_layer_need_not_be_read_again(@TempDir Path folder) throws InputException, IOException {
    Files.createDirectories(folder.resolve("cn-43"));
    Files.copy(Path.of("rules/cn/class-size.drl"), folder.resolve("cn-43/class-size.drl"));
    Files.writeString(
        folder.resolve("cn-43/class-size.csv"),
        """
        id,rule,applies_to,value,unit,level,from,title,document,clause,effect
        class-size.junior.design,class-size.students,junior,48,students,should,2025-01-01,班额,文件,一,replaces
        """);
    requireSame(RuleFiles.none().with(folder).overShipped());
    Files.delete(folder.resolve("cn-43/class-size.drl"));
    requireSame(RuleFiles.none().with(folder).overShipped());
  }

  private static void requireSame(RuleFiles files) throws InputException {
    LinkedRules known = LinkedRules.own(files).rules();
    LinkedRules read = LinkedRules.of(files);
    assertThat(known.codes().lists()).isEqualTo(read.codes().lists());
    assertThat(known.codes().forms()).isEqualTo(read.codes().forms());
    assertThat(known.limits()).isEqualTo(read.limits());
    assertThat(known.upper()).isEqualTo(read.upper());
    assertThat(known.rules().rules()).isEqualTo(read.rules().rules());
    assertThat(known.inputs()).isEqualTo(read.inputs());
    assertThat(known.calendars().keySet()).isEqualTo(read.calendars().keySet());
    known.calendars().forEach((region, calendar) ->
        assertThat(calendar.tables()).isEqualTo(read.calendars().get(region).tables()));
    Rule some = known.rules().rules().get("class-size.students");
    assertThat(known.rules().alone(some)).isNotNull();
  }

  @Test
  void the_stamp_names_each_file_that_is_read() {
    assertThat(RuleFiles.stamp())
        .hasSize((int) Shipped.FILES.all().count());
  }
}
