package org.dudao.fact;

import java.util.Collection;
import java.util.Optional;

/**
 * A name that nothing bears, beside those of which it could have been one.
 *
 * @param known in the order in which they are told
 */
public record UnknownName(String name, Collection<String> known) {

  /** The known name that was probably meant. */
  public Optional<String> nearest() {
    return NearestName.to(name, known);
  }

  /** All known names, for people. */
  String list() {
    return String.join(", ", known);
  }
}
