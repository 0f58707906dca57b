package org.dudao.cases;

/** What people call kinds of fact and components, who do not know the names by which programs do. */
public interface Labels {
  /** That of the kind of that word. */
  String kind(String word);

  /** That of the component of that name. */
  String component(String name);
}
