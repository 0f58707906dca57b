package org.dudao.engine.drools;

import java.util.LinkedHashMap;
import java.util.Map;

/** An LRU cache: over its size, what was not used for longest is dropped. Not shared by threads without a lock. */
public final class LruCache<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final float USUAL_LOAD = 0.75f;

  private final int most;

  public LruCache(int most) {
    super(most, USUAL_LOAD, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
