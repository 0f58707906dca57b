package org.dudao.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dudao.fact.Words;
import org.dudao.report.InputFile;
import org.dudao.report.OwnRules;
import org.dudao.report.Report;

/** Sentences that tell people what rules of their own make of the shipped ones. */
public final class OwnRulesText {
  private static final int FEW = 5;
  /** Lost law is told at length. */
  private static final int MANY = 40;

  private final Messages messages;

  public OwnRulesText(Messages messages) {
    this.messages = messages;
  }

  /** That a report was made with other rules than the shipped ones; empty when it was not. */
  public Optional<String> heading(OwnRules own, Report report) {
    return Optional.ofNullable(own)
        .map(one -> messages.text("own-rules.heading", kind(one), InputFile.fingerprint(report.ruleInputs())));
  }

  private String kind(OwnRules own) {
    return messages.text(own.isEdition() ? "own-rules.edition" : "own-rules.layer");
  }

  /** One sentence for all, and one for each kind of thing that they do; what is lost, or moved unseen, as a warning. */
  public List<String> lines(OwnRules own) {
    List<String> lines = new ArrayList<>();
    lines.add(kind(own));
    own.done().forEach((deed, ids) -> {
      String told = messages.text("own-rules." + Words.of(deed), ids.size(), few(ids, deed.isLoss() ? MANY : FEW));
      lines.add(deed.isLoss() ? warning(told) : told);
    });
    if (!own.altered().isEmpty()) {
      List<String> told = own.altered().stream().map(this::told).toList();
      lines.add(messages.text("own-rules.changes", told.size(), few(told, MANY)));
    }
    for (OwnRules.Moved moved : own.moved()) {
      lines.add(warning(messages.text(
          "own-rules.moved", moved.id(), few(moved.rules(), FEW), few(moved.standards(), FEW))));
    }
    return lines;
  }

  private String told(OwnRules.Altered altered) {
    List<String> cells =
        altered.cells().stream()
            .map(cell -> messages.text("own-rules.cell", cell.column(), shown(cell.before()), shown(cell.after())))
            .toList();
    return altered.id() + " [" + messages.list(cells) + "]";
  }

  private String shown(String cell) {
    return cell.isEmpty() ? messages.text("own-rules.empty") : cell;
  }

  private String warning(String told) {
    return messages.text("cli.warning") + ": " + told;
  }

  private String few(List<String> ids, int most) {
    List<String> few = new ArrayList<>(ids.subList(0, Math.min(most, ids.size())));
    if (ids.size() > most) {
      few.add(messages.text("places.untold", ids.size() - most));
    }
    return messages.list(few);
  }
}
