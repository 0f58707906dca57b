package org.dudao.engine.drools;

import java.util.Collection;
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.judge.Check;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Rules built together, ready to be fired; shared by threads. */
public final class ExecutableRules {
  private static final int MAX_FIRINGS = 50_000_000;

  private final KieBase base;

  ExecutableRules(KieBase base) {
    this.base = base;
  }

  /** As the engine holds them. */
  KieBase base() {
    return base;
  }

  /**
   * Fires them over all these facts and limits.
   *
   * @param check to which they say their sentences
   * @throws RuntimeException when a rule breaks, or when they fire without end
   */
  public void fire(Check check, Collection<?>... facts) {
    KieSession session = base.newKieSession();
    try {
      session.setGlobal(DrlParser.GLOBAL, check);
      for (Collection<?> some : facts) {
        some.forEach(session::insert);
      }
      if (session.fireAllRules(MAX_FIRINGS) == MAX_FIRINGS) {
        throw new IllegalStateException("more than " + MAX_FIRINGS + " firings");
      }
    } finally {
      session.dispose();
    }
  }
}
