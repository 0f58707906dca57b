package org.dudao.cases;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dudao.fact.Words;
import org.dudao.report.Datum;
import org.dudao.report.Finding;

/** What else of a finding a case may promise beside its outcome. */
public enum ExpectedDetail {
  /** How binding the standard is: {@code must}, {@code should}, {@code note} or {@code query}. */
  LEVEL {
    @Override
    public String of(Finding finding) {
      return Words.of(finding.standard().level());
    }

    @Override
    boolean isTold(String promised, Finding finding) {
      return of(finding).equals(promised.toLowerCase(Locale.ROOT));
    }
  },
  /** What is demanded of the subject, or else as the table writes it. */
  LIMIT {
    @Override
    public String of(Finding finding) {
      return finding.limit() instanceof Datum.Date ? finding.standard().value() : text(finding.limit());
    }

    @Override
    boolean isTold(String promised, Finding finding) {
      return promised.equals(of(finding)) || promised.equals(finding.standard().value());
    }
  },
  /** The unit of the limit, as the table writes it. */
  UNIT {
    @Override
    public String of(Finding finding) {
      return finding.standard().unit();
    }
  },
  /** What the facts say, as programs read it. */
  FOUND {
    @Override
    public String of(Finding finding) {
      return text(finding.found());
    }
  },
  /** The last day in time. */
  DUE {
    @Override
    public String of(Finding finding) {
      return text(finding.limit());
    }
  },
  /** The components that are needed and were not reported. */
  MISSING {
    @Override
    public String of(Finding finding) {
      return joined(finding.missing());
    }
  },
  /** Whether it adds a remark: {@code true} or {@code false}. */
  NOTE {
    @Override
    public String of(Finding finding) {
      return String.valueOf(!finding.remarks().isEmpty());
    }
  };

  /** What the finding says of it; empty for nothing. */
  public abstract String of(Finding finding);

  /** Whether the finding says what is promised. */
  boolean isTold(String promised, Finding finding) {
    return promised.equals(of(finding));
  }

  /** As cases write it. */
  public String word() {
    return Words.of(this);
  }

  /** Several names as one text. */
  static String joined(List<String> names) {
    return String.join(", ", names);
  }

  static List<String> words() {
    return Stream.of(values()).map(ExpectedDetail::word).toList();
  }

  private static String text(Datum datum) {
    return datum == null ? "" : datum.text();
  }
}
