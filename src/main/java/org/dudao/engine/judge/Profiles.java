package org.dudao.engine.judge;

import java.util.List;
import java.util.Set;
import org.dudao.fact.FactKind;
import org.dudao.fact.Stage;

/** How a bureau and all that it submitted stand to the standards of a profile. */
public interface Profiles {
  /**
   * What one of the standards came to.
   *
   * @param kept how many subjects keep it
   * @param broken how many do not
   * @param open of how many nobody can tell; one where what it judges was not submitted
   * @param needs the kinds of facts of which any that was not submitted may break it
   * @param stages of which the classes may be that break it
   */
  record Standing(String standard, int kept, int broken, int open, Set<FactKind> needs, Set<Stage> stages) {}

  /**
   * The standards of that profile that are law for the bureau, by id.
   *
   * @param evidence how far the figures of the bureau can be relied on
   */
  List<Standing> of(String profile, Evidence evidence);

  /** Notes on which facts and figures rests what the standards of that profile came to. */
  void noteBasis(String profile, Evidence evidence, Basis basis);
}
