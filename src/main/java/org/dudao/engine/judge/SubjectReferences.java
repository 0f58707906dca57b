package org.dudao.engine.judge;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.School;
import org.dudao.fact.Subject;
import org.dudao.report.SchoolReference;
import org.dudao.report.SubjectReference;

/** How findings name the facts of one bureau. Not shared by threads. */
public final class SubjectReferences {
  private final Facts facts;
  /** By the school itself; made when first asked, for a bureau without findings has no need of it. */
  private Map<Subject, SchoolReference> schools;

  public SubjectReferences(Facts facts) {
    this.facts = facts;
  }

  /** The fact, with the school to which it belongs. */
  public SubjectReference of(Subject subject) {
    return new SubjectReference(
        facts.bureau().id(), facts.asOf(), FactKind.of(subject).word(), subject.id(), subject.name(), school(subject));
  }

  private SchoolReference school(Subject subject) {
    for (Subject one = subject; one != null; one = one.owner()) {
      if (one instanceof School) {
        return schools().get(one);
      }
    }
    return null;
  }

  private Map<Subject, SchoolReference> schools() {
    if (schools == null) {
      schools = new IdentityHashMap<>();
      List<Subject> all = facts.of(FactKind.SCHOOL);
      for (int number = 0; number < all.size(); number++) {
        Subject one = all.get(number);
        schools.put(one, new SchoolReference(one.id(), one.name(), number));
      }
    }
    return schools;
  }
}
