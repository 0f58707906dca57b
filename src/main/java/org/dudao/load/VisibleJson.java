package org.dudao.load;

import org.dudao.fact.VisibleText;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.json.JsonMapper;

/** JSON whose texts keep their exact value, and whose bytes no terminal obeys: hidden signs are escaped. */
public final class VisibleJson extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;
  private static final int[] ASCII = ascii();

  private VisibleJson() {}

  /** Makes generators of such JSON. */
  public static JsonFactoryBuilder factory() {
    return JsonFactory.builder().characterEscapes(new VisibleJson());
  }

  /** The object as such JSON, one property a line. */
  public static String written(Object object) {
    return JsonMapper.builder(factory().build()).build().writerWithDefaultPrettyPrinter().writeValueAsString(object);
  }

  private static int[] ascii() {
    int[] escapes = standardAsciiEscapesForJSON();
    escapes[DELETE] = ESCAPE_STANDARD;
    return escapes;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ASCII;
  }

  @Override
  public SerializableString getEscapeSequence(int c) {
    return VisibleText.isHidden(c) ? new SerializedString(VisibleText.escape(c)) : null;
  }
}
