package org.dudao.fact;

/**
 * Why a figure that is doubted is right all the same.
 *
 * @param standard id of the standard by which it is doubted, one of the level query
 * @param subject id of the fact that is doubted, of the kind that the standard judges
 * @param text why the figure is right
 */
public record Explanation(@Required String id, @Required String standard, @Required String subject, @Required String text)
    implements Subject {

  /** Nobody names an explanation. */
  @Override
  public String name() {
    return null;
  }
}
