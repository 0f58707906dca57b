package org.dudao.load;

import java.util.regex.Pattern;

/** What a file in a folder of facts is by its name. */
public enum FolderFile {
  /** It is read. */
  FACTS,
  /** It goes with facts and holds none: what somebody wrote about them, and what programs keep out of sight. */
  COMPANION,
  /** It may have been meant to be read: somebody should hear that it was not. */
  OTHER;

  private static final Pattern ABOUT =
      Pattern.compile(
          "(readme|licen[cs]e|notice)(\\..*)?"
              + "|(reports?|options?|explanations?|报告|说明|选项)([._ -].*)?\\.(txt|text|md|html?|pdf|docx?)"
              + "|_success|thumbs\\.db|desktop\\.ini",
          Pattern.CASE_INSENSITIVE);

  /**
   * What the file is.
   *
   * @param path below the folder that was given, with slashes
   */
  public static FolderFile of(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.startsWith(".")) {
      return COMPANION;
    }
    if (DocumentSplitter.Framing.of(name) != DocumentSplitter.Framing.BY_FIRST_LINE) {
      return FACTS;
    }
    return path.startsWith(".") || path.contains("/.") || ABOUT.matcher(name).matches() ? COMPANION : OTHER;
  }
}
