package org.dudao.fact;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The sentences and words that people read in one language, by their ids, as the file of that language has them. */
public final class Catalogue {
  private Catalogue() {}

  /** All texts of that language; read anew each time. */
  public static Properties of(Language language) {
    return read("/org/dudao/format/messages_" + language.tag() + ".properties");
  }

  /** The texts of a file of the program, in UTF-8. */
  public static Properties read(String file) {
    try (var reader = new InputStreamReader(Catalogue.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException("read " + file, e);
    }
  }
}
