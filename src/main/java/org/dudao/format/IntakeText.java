package org.dudao.format;

import java.util.List;
import java.util.Optional;
import org.dudao.fact.Intake;

/** Sentences that tell people what a run read, and what it did not. */
public final class IntakeText {
  /** How many names are told where room is scarce. */
  public static final int FEW = 5;
  /** How many names are told on a page. */
  public static final int MANY = 100;

  private final Messages messages;

  public IntakeText(Messages messages) {
    this.messages = messages;
  }

  /** How much was read, set aside and skipped; a file that broke off is skipped. */
  public String line(Intake intake) {
    return messages.text(
        "read.line", intake.files(), intake.documents(), intake.facts(), intake.setAside(), intake.skipped(),
        intake.broken() + intake.unread().size());
  }

  /** Which files in folders were not read, so many of them by name; empty when all were. */
  public Optional<String> unread(Intake intake, int most) {
    return names(intake, most).map(names -> messages.text("read.unread", names));
  }

  /** The same as a warning, with the reason. */
  public Optional<String> warning(Intake intake) {
    return names(intake, FEW).map(names -> messages.text("cli.warning") + ": " + messages.text("read.warning", names));
  }

  private Optional<String> names(Intake intake, int most) {
    List<String> all = intake.unread();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    String told = messages.list(all.subList(0, Math.min(most, all.size())));
    return Optional.of(all.size() > most ? messages.text("read.unread.more", told, all.size() - most) : told);
  }
}
