package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dudao.Broken;
import org.dudao.Shipped;
import org.dudao.engine.Checker;
import org.dudao.fact.Limit;
import org.dudao.fact.Relation;
import org.dudao.fact.Value;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A slip of the pen in a table of forms is a fault with its cell, and never a relation that nobody is held to. */
class FormReaderTest {
  private static final String HEADER =
      "form,name,kind,unit,stated,operands,level,title,title_en,document,clause,from,until\n";
  private static final String CELLS =
      "CLASSES_BY_SIZE,a,cell,,,,,甲,A,,,,\nCLASSES_BY_SIZE,b,cell,,,,,乙,B,,,,\n";

  @TestFactory
  List<DynamicTest> every_broken_table_of_forms_is_refused_where_it_is_broken() {
    return Broken.tests(
        "broken", "forms.*\\.csv",
        file -> {
          FormReader.Forms forms =
              new FormReader(Shipped.CODES).read(List.of(Broken.source(file, "cn/" + file.getFileName())));
          List<Limit> limits = new ArrayList<>(Shipped.LIMITS);
          limits.addAll(forms.relations());
          Checker.of(Shipped.RULES, limits, Shipped.CALENDARS);
        });
  }

  @Test
  void a_relation_may_name_cells_that_another_table_declares() throws InputException {
    Source relations =
        source("any/forms.csv", "CLASSES_BY_SIZE,same,equal,,a,b,must,同,Same,文件,,2020-01-01,2021-01-01\n"
            + "CLASSES_BY_SIZE,same,order,,,a b,should,序,Order,文件,,2021-01-01,\n");
    List<Limit> limits =
        new FormReader(Shipped.CODES).read(List.of(relations, source("cn/forms-city.csv", CELLS))).relations();
    assertThat(limits).extracting(Limit::id).containsOnly("consistency.form.classes-by-size.same");
    assertThat(limits).extracting(Limit::region).containsOnly("");
    assertThat(limits).extracting(Limit::valueText).containsExactly("a = equal( b )", "order( a b )");
    Value.CellRelation second = (Value.CellRelation) limits.get(1).value();
    assertThat(second.relation()).isEqualTo(Relation.ORDER);
    assertThat(second.stated()).isNull();
    assertThat(second.operands()).extracting(cell -> cell.title().en()).containsExactly("A", "B");
  }

  private static Source source(String path, String rows) {
    return new Source(path, path, (HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }
}
