package org.dudao.engine.drools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DroolsParserException;
import org.dudao.engine.drl.DrlException;
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.drl.RuleDeclaration;
import org.dudao.engine.drl.RuleFile;
import org.dudao.engine.drl.Token;
import org.dudao.engine.judge.Check;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * Reads a rule file a second time, by the engine's own parser: what we have understood, and refused nothing of, must be
 * what the engine will run. Both readings are written down in the same way, a line for each part, and the lines must be
 * the same.
 */
final class Witness {
  /** What is cited of a part that only one of the two has read. */
  private static final String NOTHING = "-";
  /** What stands for a part that our grammar has no word for: the engine's own words for it are none of rules. */
  private static final String STRANGE = "?";

  private final RuleFile file;
  private final String packageName;

  /**
   * @param file as we have read it
   * @param packageName that into which the file was put
   */
  Witness(RuleFile file, String packageName) {
    this.file = file;
    this.packageName = packageName;
  }

  /** Where the engine reads that text otherwise: the first difference of the head, and of each rule. */
  List<Problem> differences(String text) {
    List<Problem> differences = new ArrayList<>();
    org.drools.drl.parser.DrlParser parser = new org.drools.drl.parser.DrlParser();
    PackageDescr read;
    try {
      read = parser.parse(false, text);
    } catch (DroolsParserException e) {
      read = null;
    }
    if (read == null || parser.hasErrors()) {
      return List.of(difference(file.packageName(), DrlParser.PACKAGE, NOTHING, STRANGE));
    }
    compare(file.packageName(), DrlParser.PACKAGE, head(), head(read), differences);
    int rules = Math.max(file.rules().size(), read.getRules().size());
    for (int i = 0; i < rules; i++) {
      RuleDeclaration ours = i < file.rules().size() ? file.rules().get(i) : null;
      RuleDescr theirs = i < read.getRules().size() ? read.getRules().get(i) : null;
      Token place = ours == null ? file.packageName() : ours.name();
      compare(
          place, ours == null ? theirs.getName() : place.text(), ours == null ? List.of() : ours.lines(),
          theirs == null ? List.of() : lines(theirs), differences);
    }
    return differences;
  }

  private void compare(Token place, String name, List<String> ours, List<String> theirs, List<Problem> differences) {
    for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
      String our = i < ours.size() ? ours.get(i) : NOTHING;
      String their = i < theirs.size() ? theirs.get(i) : NOTHING;
      if (!our.equals(their)) {
        differences.add(difference(place, name, our, their));
        return;
      }
    }
  }

  private Problem difference(Token place, String name, String ours, String theirs) {
    return Problem.of(ProblemCode.RULE_WITNESS, place.origin(file.name()), name, ours, theirs);
  }

  // ---- the head ----

  private List<String> head() {
    List<String> lines = new ArrayList<>(List.of("package " + packageName));
    new TreeSet<>(file.imports()).forEach(path -> lines.add("import " + path));
    lines.add("global " + Check.class.getName() + " " + DrlParser.GLOBAL);
    return lines;
  }

  private static List<String> head(PackageDescr read) {
    List<String> lines = new ArrayList<>(List.of("package " + read.getName()));
    read.getImports().stream().map(ImportDescr::getTarget).collect(Collectors.toCollection(TreeSet::new))
        .forEach(path -> lines.add("import " + path.replaceAll("\\s", " ")));
    read.getGlobals().forEach(global -> lines.add("global " + global.getType() + " " + global.getIdentifier()));
    read.getFunctionImports().forEach(one -> lines.add("import function " + one.getTarget()));
    read.getAccumulateImports().forEach(one -> lines.add("import accumulate " + one.getTarget()));
    read.getFunctions().forEach(function -> lines.add("function " + function.getName()));
    read.getAttributes().forEach(attribute -> lines.add(attribute.getName() + " " + attribute.getValue()));
    read.getClassAndEnumDeclarationDescrs().forEach(type -> lines.add("declare " + type.getTypeName()));
    read.getEntryPointDeclarations().forEach(one -> lines.add("declare entry-point " + one.getEntryPointId()));
    read.getWindowDeclarations().forEach(one -> lines.add("declare window " + one.getName()));
    return lines;
  }

  // ---- one rule ----

  /** A rule as the engine has read it. */
  static List<String> lines(RuleDescr rule) {
    List<String> lines = new ArrayList<>(List.of((rule.isQuery() ? "query " : "rule ") + '"' + rule.getName() + '"'));
    lines.add(rule.getAnnotations().stream().map(Witness::text).sorted().collect(Collectors.joining(" ")));
    if (rule.getParentName() != null) {
      lines.add("extends " + rule.getParentName());
    }
    new TreeMap<>(rule.getAttributes()).values().forEach(one -> lines.add(one.getName() + " " + one.getValue()));
    rule.getLhs().getDescrs().forEach(descr -> lines.add(text(descr)));
    lines.add("then " + written(rule.getConsequence().toString(), text -> DrlParser.sentence(text).text()));
    new TreeMap<>(rule.getNamedConsequences()).forEach((name, one) -> lines.add("then[" + name + "] " + one));
    return lines;
  }

  private static String text(AnnotationDescr annotation) {
    Object value =
        annotation.getValueMap().keySet().equals(Collections.singleton(AnnotationDescr.VALUE))
            ? annotation.getSingleValue()
            : annotation.getValueMap();
    return "@" + annotation.getName() + "( " + value + " )";
  }

  private static String text(BaseDescr descr) {
    if (descr instanceof PatternDescr pattern) {
      return text(pattern);
    }
    if (descr instanceof NotDescr not) {
      return "not " + not.getDescrs().stream().map(Witness::text).collect(Collectors.joining(", "));
    }
    if (descr instanceof ExistsDescr exists) {
      List<?> parts = exists.getDescrs();
      return "exists " + parts.stream().map(part -> text((BaseDescr) part)).collect(Collectors.joining(", "));
    }
    if (descr instanceof CollectDescr collect) {
      return "collect( " + text(collect.getInputPattern()) + " )";
    }
    if (descr instanceof AccumulateDescr accumulate) {
      return text(accumulate);
    }
    if (descr instanceof AndDescr and && and.getDescrs().size() == 1) {
      return text(and.getDescrs().get(0));
    }
    return STRANGE;
  }

  private static String text(PatternDescr pattern) {
    StringBuilder text = new StringBuilder();
    if (pattern.getIdentifier() != null) {
      text.append(pattern.getIdentifier()).append(pattern.isUnification() ? " := " : " : ");
    }
    text.append(pattern.isQuery() ? "?" : "").append(pattern.getObjectType());
    String inside = pattern.getDescrs().stream().map(Witness::constraint).collect(Collectors.joining(", "));
    text.append(inside.isEmpty() ? "()" : "( " + inside + " )");
    pattern.getAnnotations().forEach(annotation -> text.append(' ').append(text(annotation)));
    pattern.getBehaviors().forEach(behavior -> text.append(" over ").append(behavior.getType()));
    if (pattern.getSource() != null) {
      text.append(" from ").append(text(pattern.getSource()));
    }
    return text.toString();
  }

  private static String constraint(BaseDescr descr) {
    if (descr instanceof ExprConstraintDescr constraint && constraint.getType() == ExprConstraintDescr.Type.NAMED) {
      return written(constraint.getExpression(), text -> DrlParser.constraint(text).text());
    }
    return text(descr);
  }

  private static String text(AccumulateDescr accumulate) {
    StringBuilder text = new StringBuilder("accumulate( ").append(text(accumulate.getInput()));
    accumulate.getFunctions().forEach(function -> {
      text.append(", ").append(function.getBind() == null ? "" : function.getBind() + " : ");
      text.append(function.getFunction()).append('(').append(String.join(", ", function.getParams())).append(')');
    });
    Stream.of(
            accumulate.getInitCode(), accumulate.getActionCode(), accumulate.getReverseCode(),
            accumulate.getResultCode())
        .filter(Objects::nonNull)
        .forEach(code -> text.append(", ").append(code));
    return text.append(" )").toString();
  }

  /** Reads a part of the text by our own grammar. */
  @FunctionalInterface
  private interface Rewording {
    String of(String text) throws DrlException;
  }

  /** A part of the text as rules write it; what our grammar does not have, as it is written. */
  private static String written(String text, Rewording rewording) {
    try {
      return rewording.of(text);
    } catch (DrlException e) {
      return plain(text);
    }
  }

  private static String plain(String text) {
    try {
      return DrlParser.plain(text);
    } catch (DrlException e) {
      return text;
    }
  }
}
