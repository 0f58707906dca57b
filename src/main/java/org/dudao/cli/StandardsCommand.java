package org.dudao.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dudao.engine.Checker;
import org.dudao.engine.ReadyRules;
import org.dudao.fact.Language;
import org.dudao.fact.VisibleText;
import org.dudao.fact.Words;
import org.dudao.format.Messages;
import org.dudao.load.VisibleJson;
import org.dudao.report.ExitCode;
import org.dudao.report.Standard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dudao standards}: lists the standards in force for a region and a day, or all there are. */
@Command(name = "standards", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class StandardsCommand implements Callable<Integer> {
  enum Listing {
    TEXT,
    JSON
  }

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private RuleOptions rules;
  @Mixin private SelectionOptions selection;
  @Mixin private LanguageOption language;

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--as-of", paramLabel = "DATE")
  private LocalDate asOf;

  @Option(names = "--region", paramLabel = "REGION", defaultValue = "CN")
  private String region;

  @Option(names = "--format", paramLabel = "text|json", defaultValue = "text")
  private Listing format;

  StandardsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Messages messages = Messages.of(language.orElse(console));
    ReadyRules ready = rules.load(console, messages);
    new Diagnostics(console.err(), messages).print(ready.notes());
    Checker checker = selection.of(ready.checker(), spec.commandLine(), messages);
    LocalDate day = asOf == null ? LocalDate.now() : asOf;
    List<Standard> standards = all ? checker.standards() : checker.standardsFor(region, day);
    standards =
        standards.stream()
            .sorted(Comparator.comparing(Standard::topic).thenComparing(Standard::id).thenComparing(Standard::region)
                .thenComparing(Standard::from, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    if (format == Listing.JSON) {
      console.out().println(
          VisibleJson.written(standards.stream().map(one -> json(one, messages.language())).toList()));
    } else {
      String head = all
          ? messages.text("cli.standards.all", standards.size())
          : messages.text("cli.standards.head", region, day, standards.size());
      print(head, standards, messages);
    }
    console.out().flush();
    return ExitCode.CLEAN.code();
  }

  private void print(String head, List<Standard> standards, Messages messages) {
    PrintStream out = console.out();
    out.println(VisibleText.of(head));
    Set<String> topicsShown = standards.stream().map(Standard::topic)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String topic : topicsShown) {
      out.println();
      out.println(VisibleText.of(messages.topic(topic) + " (" + topic + ")"));
      for (Standard one : standards) {
        if (one.topic().equals(topic)) {
          out.println(VisibleText.of("  " + line(one, messages)));
          out.println(VisibleText.of("      " + source(one, messages)));
        }
      }
    }
  }

  private static String line(Standard one, Messages messages) {
    String scope = one.appliesTo().isEmpty() ? "" : " {" + one.appliesTo() + "}";
    return "[" + one.id() + "] " + one.title().in(messages.language()) + ": "
        + messages.quantity(one.value(), one.unit()) + scope;
  }

  private static String source(Standard one, Messages messages) {
    StringBuilder text = new StringBuilder();
    text.append(one.level().name().toLowerCase(Locale.ROOT)).append(", ").append(one.citation().document());
    if (!one.citation().clause().isEmpty()) {
      text.append(" ").append(one.citation().clause());
    }
    if (!one.region().isEmpty()) {
      text.append(", ").append(one.region());
    }
    if (one.from() != null) {
      text.append(", ").append(messages.text("cli.standards.since", one.from()));
    }
    if (one.until() != null) {
      text.append(", ").append(messages.text("cli.standards.until", one.until()));
    }
    return text.toString();
  }

  /** What other programs may rely on. */
  private static Map<String, Object> json(Standard one, Language language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("version", one.version());
    json.put("rule", one.rule());
    json.put("family", one.family());
    json.put("topic", one.topic());
    json.put("title", one.title().in(language));
    json.put("appliesTo", one.appliesTo());
    json.put("value", one.value());
    json.put("unit", one.unit());
    json.put("level", one.level().name().toLowerCase(Locale.ROOT));
    json.put("region", one.region());
    json.put("from", one.from() == null ? null : one.from().toString());
    json.put("announced", one.announced() == null ? null : one.announced().toString());
    json.put("until", one.until() == null ? null : one.until().toString());
    json.put("datedBy", one.datedBy().isEmpty() ? "as-of" : one.datedBy());
    json.put("document", one.citation().document());
    json.put("clause", one.citation().clause());
    json.put("authority", one.citation().authority() == null ? null : Words.of(one.citation().authority()));
    json.put("words", one.citation().words());
    json.put("source", one.citation().source());
    json.put("remedy", one.remedy().in(language));
    json.put("ref", one.citation().refs());
    json.put("confidence", one.citation().confidence());
    json.put("checkedOn", one.citation().checkedOn() == null ? null : one.citation().checkedOn().toString());
    json.put("note", one.note().in(language));
    return json;
  }
}
