package org.dudao.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.CensoredNumber;
import org.dudao.fact.ClassesBySize;
import org.dudao.fact.CodeList;
import org.dudao.fact.FactKind;
import org.dudao.fact.Form;
import org.dudao.fact.FormCell;
import org.dudao.fact.NearestName;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Region;
import org.dudao.fact.SizeBracket;
import org.dudao.fact.UnknownName;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * Reads one JSON document of facts, strictly, and tells every fault of it with its place. A fact with a fault is set
 * aside; a document is refused when it cannot be read to its end, or does not say whose facts it holds.
 */
final class DocumentReader {
  static final int MAX_DEPTH = 6;
  /** Bytes: a hundred characters of any script. */
  static final int MAX_NAME = 400;
  static final int MAX_NUMBER = 40;
  static final int MAX_TEXT = 4_000;
  /** How long a text may be to be told how long it is. */
  static final int MAX_TEXT_READ = 100_000;
  /**
   * Bytes of the heap that a fact takes, with its id; that each property takes which it may have; and that a cell, a
   * bracket or an item of a list takes. Measured, and rounded up: a school takes 1,000, a case 250, a cell 250.
   */
  private static final int HEAP_OF_FACT = 200;
  private static final int HEAP_OF_PROPERTY = 10;
  private static final int HEAP_OF_ITEM = 280;
  static final String AS_OF = "asOf";
  private static final String REMARK = "remark";
  private static final int DIGITS_OF_AN_INT = 10;
  private static final int NONE = -1;
  private static final Spellings<String> NO_CODES = Spellings.of(List.of());

  static final JsonFactory JSON =
      JsonFactory.builder()
          // Bytes are UTF-8, whatever they look like.
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNameLength(MAX_NAME)
                  .maxNumberLength(MAX_NUMBER)
                  .maxStringLength(MAX_TEXT_READ)
                  .build())
          .build();

  private static final List<String> DOCUMENT_PROPERTIES =
      Stream.concat(FactKind.properties().stream(), Stream.of(AS_OF, REMARK)).toList();

  private static final Map<String, FactKind> KINDS =
      Arrays.stream(FactKind.values()).collect(Collectors.toUnmodifiableMap(FactKind::property, kind -> kind));

  private final Map<CodeList, Spellings<String>> codes;
  private final Map<String, Map<String, FormCell>> forms;
  private final byte[] bytes;
  private final TextPlaces places;
  private final InputBounds bounds;
  private final FaultLog faults;
  private FaultKind last;
  /** What contradicts itself in the fact that is being read. */
  private final Map<FactKind, List<Draft>> drafts = new EnumMap<>(FactKind.class);
  private final Map<FactKind, FaultKind> hidden = new EnumMap<>(FactKind.class);
  private LocalDate asOf;
  private int facts;
  /** How much of the heap the facts take. */
  private long heap;
  private final long mostHeap;
  /** Whether there is no room for another fact. */
  private boolean isFull;

  // Where the reading is: in a fact or beside all of them, at a property, at an item of a list.
  private FactKind kind;
  private Draft draft;
  private int number;
  private String property;
  private int item = NONE;
  private String cell;

  /**
   * @param codes by their lists
   * @param forms the cells of each form, by its code
   * @param mostHeap how much of the heap the facts may take
   */
  DocumentReader(
      Map<CodeList, Spellings<String>> codes, Map<String, Map<String, FormCell>> forms, RawDocument document,
      InputBounds bounds, long mostHeap) {
    this.codes = codes;
    this.forms = forms;
    this.bounds = bounds;
    this.mostHeap = mostHeap;
    this.faults = new FaultLog(bounds.faults());
    this.bytes = document.bytes();
    this.places = new TextPlaces(document.file(), bytes, 0, bytes.length, document.linesBefore());
  }

  /**
   * What the document holds.
   *
   * @param asOf null when it bears no date
   * @param bureau null when the document was refused
   * @param drafts all facts, those with faults among them
   * @param hidden the kinds of which there may be facts that could not be told apart, each with what is wrong
   * @param heap how much of it the facts take
   */
  record Document(
      LocalDate asOf, Draft bureau, Map<FactKind, List<Draft>> drafts, FaultLog faults,
      Map<FactKind, FaultKind> hidden, long heap) {}

  Document read() {
    boolean isWhole = readWhole();
    Draft bureau = isWhole ? bureau() : null;
    if (bureau == null) {
      FaultKind refusal = isWhole ? faultOfBureau() : last;
      Joining.OF_DOCUMENTS.forEach(one -> hidden.putIfAbsent(one, refusal));
    }
    return new Document(asOf, bureau, drafts, faults, hidden, heap);
  }

  /** Reads all of it; tells whether that was possible. */
  private boolean readWhole() {
    // Only what is UTF-8 has characters that can be counted.
    int malformed = Utf8.firstMalformed(bytes, 0, bytes.length);
    if (malformed >= 0) {
      fault(Problem.of(ProblemCode.NOT_UTF8, places.at(malformed, "")));
      return false;
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      boolean isWhole = readDocument(json);
      kind = null;
      property = null;
      if (isWhole && json.nextToken() != null) {
        fault(json, ProblemCode.JSON_MORE);
        return false;
      }
      return isWhole;
    } catch (JacksonException e) {
      fault(new JsonDiagnosis(bytes, places, MAX_DEPTH).of(e));
      return false;
    }
  }

  /** The one bureau, with what must be known of it; null when the document does not tell. */
  private Draft bureau() {
    List<Draft> bureaus = drafts.getOrDefault(FactKind.BUREAU, List.of());
    if (bureaus.isEmpty() && !faults.tellsOf(FactKind.BUREAU) && !hidden.containsKey(FactKind.BUREAU)) {
      fault(Problem.of(ProblemCode.REQUIRED, places.at(0, ""), FactKind.BUREAU.property()));
    }
    return bureaus.size() == 1 && bureaus.get(0).knowsRequired() ? bureaus.get(0) : null;
  }

  /** Why nobody knows whose facts the document holds. */
  private FaultKind faultOfBureau() {
    List<Draft> bureaus = drafts.getOrDefault(FactKind.BUREAU, List.of());
    if (bureaus.isEmpty()) {
      return hidden.getOrDefault(FactKind.BUREAU, last);
    }
    return bureaus.size() == 1
        ? bureaus.get(0).fault()
        : new FaultKind(ProblemCode.DUPLICATE_KEY, null, FactKind.BUREAU.property());
  }

  /** Tells whether it was read to its end. */
  private boolean readDocument(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      fault(json, ProblemCode.DOCUMENT_OBJECT);
      return false;
    }
    Set<String> seen = new LinkedHashSet<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      kind = null;
      property = json.currentName();
      FactKind ofFacts = KINDS.get(property);
      if (ofFacts == null && !property.equals(AS_OF) && !property.equals(REMARK)) {
        skipUnknown(json);
        continue;
      }
      if (!seen.add(property)) {
        fault(json, ProblemCode.DUPLICATE_KEY, property);
      }
      json.nextToken();
      if (property.equals(AS_OF)) {
        LocalDate day = date(json);
        asOf = faults.tellsOfDay() ? null : day;
      } else if (property.equals(REMARK)) {
        text(json);
      } else if (ofFacts == FactKind.BUREAU) {
        readFact(json, ofFacts, 0);
      } else {
        readArray(json, ofFacts);
      }
      if (isFull) {
        return false;
      }
    }
    return true;
  }

  /** Whatever stands under a name that nobody knows may hold facts of the kind that was meant, or of any kind. */
  private void skipUnknown(JsonParser json) {
    FaultKind unknown = fault(json, ProblemCode.UNKNOWN_PROPERTY, new UnknownName(property, DOCUMENT_PROPERTIES));
    if (json.nextToken().isStructStart() && !hidden.keySet().containsAll(Joining.OF_DOCUMENTS)) {
      FactKind meant = NearestName.to(property, DOCUMENT_PROPERTIES).map(KINDS::get).orElse(null);
      (meant == null ? Joining.OF_DOCUMENTS : Set.of(meant)).forEach(one -> hidden.putIfAbsent(one, unknown));
    }
    json.skipChildren();
  }

  private void readArray(JsonParser json, FactKind ofFacts) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      hidden.putIfAbsent(ofFacts, wrongType(json, ProblemCode.WRONG_TYPE_ARRAY));
      return;
    }
    for (int i = 0; !isFull && json.nextToken() != JsonToken.END_ARRAY; i++) {
      readFact(json, ofFacts, i);
    }
  }

  private void readFact(JsonParser json, FactKind ofFacts, int index) {
    property = null;
    if (++facts > bounds.facts()) {
      isFull = true;
      fault(json, ProblemCode.TOO_MANY_FACTS, bounds.facts());
      return;
    }
    if (!hasRoom(json, HEAP_OF_FACT + HEAP_OF_PROPERTY * Shape.of(ofFacts).properties().length)) {
      return;
    }
    kind = ofFacts;
    number = index;
    draft = new Draft(ofFacts, index, places, offset(json));
    drafts.computeIfAbsent(ofFacts, key -> new ArrayList<>()).add(draft);
    if (json.currentToken() == JsonToken.START_OBJECT) {
      readProperties(json, Shape.of(ofFacts));
      if (ofFacts == FactKind.FORM) {
        refuseUnknownCells();
      }
    } else {
      wrongType(json, ProblemCode.WRONG_TYPE_OBJECT);
    }
    draft = null;
    kind = null;
  }

  /** Takes that much of the heap. Where it is not there, that is a fault, and nothing more of the document is kept. */
  private boolean hasRoom(JsonParser json, int more) {
    heap += more;
    if (heap > mostHeap && !isFull) {
      isFull = true;
      fault(json, ProblemCode.FACTS_BEYOND_HEAP, facts - 1, InputBounds.megabytes(bounds.heapOfFacts()));
    }
    return !isFull;
  }

  private void readProperties(JsonParser json, Shape shape) {
    for (int found = json.nextNameMatch(shape.names());
        found != PropertyNameMatcher.MATCH_END_OBJECT;
        found = json.nextNameMatch(shape.names())) {
      if (found < 0) {
        property = json.currentName();
        List<String> known = Arrays.asList(shape.names().nameLookup());
        fault(json, ProblemCode.UNKNOWN_PROPERTY, new UnknownName(property, known));
        json.nextToken();
        json.skipChildren();
        continue;
      }
      Shape.Property known = shape.properties()[found];
      property = known.name;
      boolean isAgain = draft.has(found);
      if (isAgain) {
        fault(json, ProblemCode.DUPLICATE_KEY, property);
      }
      json.nextToken();
      int place = offset(json);
      Object value = read(json, known);
      // Which of two was meant nobody knows.
      draft.put(found, isAgain ? null : value, place);
    }
    for (Shape.Property known : shape.required()) {
      if (!draft.has(known.index)) {
        property = known.name;
        Draft lacking = draft;
        fault(ProblemCode.REQUIRED, known.name, () -> Problem.of(ProblemCode.REQUIRED, lacking.origin(), known.name));
      }
    }
  }

  /** Which cells a form has is known when all of it was read: its code may stand behind them. */
  private void refuseUnknownCells() {
    if (draft.value("code") instanceof String code) {
      Set<String> known = forms.getOrDefault(code, Map.of()).keySet();
      Map<?, ?> cells = draft.value("cells") instanceof Map<?, ?> all ? all : Map.of();
      cells.keySet().stream()
          .map(String.class::cast)
          .filter(name -> !known.contains(name))
          .forEach(name ->
              fault(
                  ProblemCode.UNKNOWN_CELL, name,
                  () -> Problem.of(
                      ProblemCode.UNKNOWN_CELL, draft.origin(Form.place(name)), new UnknownName(name, known), code)));
    }
  }

  private Object read(JsonParser json, Shape.Property known) {
    return switch (known.form) {
      case WHOLE_NUMBER, DECIMAL -> number(json, known);
      case YES_OR_NO -> yesOrNo(json);
      case DATE -> date(json);
      case TIME -> time(json, known);
      case CONSTANT -> oneOf(json, known.constants, ProblemCode.UNKNOWN_CONSTANT);
      case LIST -> list(json, known);
      case CELLS -> cells(json, known);
      case BRACKETS -> brackets(json, known);
      case TEXT -> code(json, known);
    };
  }

  private String code(JsonParser json, Shape.Property known) {
    if (known.codes != null) {
      return oneOf(json, codes.getOrDefault(known.codes, NO_CODES), ProblemCode.UNKNOWN_CODE);
    }
    String text = text(json);
    if (text != null && known.name.equals("region") && !Region.isCode(text)) {
      fault(json, ProblemCode.REGION, text);
      return null;
    }
    return text;
  }

  /** A number, or the interval of a censored one. */
  private Object number(JsonParser json, Shape.Property known) {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_STRING && mayBeCensored(known)) {
      Optional<CensoredText> censored = CensoredText.of(json.getString());
      if (censored.isPresent()) {
        Optional<CensoredNumber> interval = censored.get().within(known);
        if (interval.isEmpty()) {
          fault(json, ProblemCode.OUT_OF_DOMAIN, json.getString(), known.min, known.max);
        }
        draft.censor();
        return interval.orElse(null);
      }
    }
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      wrongType(json, ProblemCode.WRONG_TYPE_NUMBER);
      return null;
    }
    if (token == JsonToken.VALUE_NUMBER_INT && json.getStringLength() < DIGITS_OF_AN_INT) {
      int value = json.getIntValue();
      if (!isInDomain(json, known, value < known.min || value > known.max, value)) {
        return null;
      }
      return known.isWhole() ? (Object) value : BigDecimal.valueOf(value);
    }
    if (hasExponent(json)) {
      // 1e3 does not say how precise it is, and 1e999999999 would take all memory there is.
      fault(json, ProblemCode.NUMBER_EXPONENT, json.getString());
      return null;
    }
    BigDecimal value = json.getDecimalValue();
    boolean beyond = value.compareTo(known.least) < 0 || value.compareTo(known.most) > 0;
    if (!isInDomain(json, known, beyond, value)) {
      return null;
    }
    if (!known.isWhole()) {
      return value;
    }
    if (value.stripTrailingZeros().scale() > 0) {
      fault(json, ProblemCode.WHOLE_NUMBER, value.toPlainString());
      return null;
    }
    return value.intValueExact();
  }

  private static boolean mayBeCensored(Shape.Property known) {
    return known.form == Shape.PropertyType.CELLS || !known.required && known.form != Shape.PropertyType.BRACKETS;
  }

  private static boolean hasExponent(JsonParser json) {
    char[] text = json.getStringCharacters();
    int end = json.getStringOffset() + json.getStringLength();
    for (int i = json.getStringOffset(); i < end; i++) {
      if (text[i] == 'e' || text[i] == 'E') {
        return true;
      }
    }
    return false;
  }

  private boolean isInDomain(JsonParser json, Shape.Property known, boolean beyond, Number value) {
    if (beyond) {
      String printed = value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
      fault(json, ProblemCode.OUT_OF_DOMAIN, printed, known.min, known.max);
    }
    return !beyond;
  }

  private Boolean yesOrNo(JsonParser json) {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> {
        wrongType(json, ProblemCode.WRONG_TYPE_BOOLEAN);
        yield null;
      }
    };
  }

  private LocalDate date(JsonParser json) {
    LocalDate date =
        json.currentToken() == JsonToken.VALUE_STRING
            ? Days.of(json.getStringCharacters(), json.getStringOffset(), json.getStringLength())
            : null;
    if (date == null) {
      String text = text(json);
      if (text != null) {
        fault(json, ProblemCode.DATE, text);
      }
    }
    return date;
  }

  private LocalTime time(JsonParser json, Shape.Property known) {
    String text = text(json);
    if (text == null) {
      return null;
    }
    LocalTime time = known.ofEvening ? timeOfEvening(text) : timeOf(text);
    if (time == null) {
      fault(json, ProblemCode.TIME, text);
    }
    return time;
  }

  /** The same, in an evening: it ends with midnight, 24:00. */
  static LocalTime timeOfEvening(String text) {
    return text.equals("24:00") ? LocalTime.MIDNIGHT : timeOf(text);
  }

  /** The time of day that is written so, or null when it is none. */
  static LocalTime timeOf(String text) {
    return text.matches("([01]\\d|2[0-3]):[0-5]\\d") ? LocalTime.parse(text) : null;
  }

  private <T> T oneOf(JsonParser json, Spellings<T> known, ProblemCode unknown) {
    T meant =
        json.currentToken() == JsonToken.VALUE_STRING
            ? known.of(json.getStringCharacters(), json.getStringOffset(), json.getStringLength())
            : null;
    if (meant == null) {
      String text = text(json);
      if (text != null) {
        fault(json, unknown, new UnknownName(text, known.sorted()));
      }
    }
    return meant;
  }

  private List<Object> list(JsonParser json, Shape.Property known) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      wrongType(json, ProblemCode.WRONG_TYPE_ARRAY);
      return null;
    }
    boolean isOfConstants = !known.constants.all().isEmpty();
    List<Object> items = new ArrayList<>();
    for (item = 0; json.nextToken() != JsonToken.END_ARRAY; item++) {
      if (!hasRoom(json, HEAP_OF_ITEM)) {
        json.skipChildren();
        continue;
      }
      items.add(isOfConstants ? oneOf(json, known.constants, ProblemCode.UNKNOWN_CONSTANT) : text(json));
    }
    item = NONE;
    if (items.isEmpty()) {
      fault(json, ProblemCode.EMPTY_LIST, known.name);
    }
    return items;
  }

  /** The numbers in the cells of a form, or intervals of censored ones, by the names of the cells. */
  private Map<String, Object> cells(JsonParser json, Shape.Property known) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      wrongType(json, ProblemCode.WRONG_TYPE_OBJECT);
      return null;
    }
    Map<String, Object> cells = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      cell = json.currentName();
      if (!hasRoom(json, HEAP_OF_ITEM)) {
        json.nextToken();
        json.skipChildren();
        continue;
      }
      if (cells.containsKey(cell)) {
        fault(json, ProblemCode.DUPLICATE_KEY, cell);
      }
      json.nextToken();
      draft.putCell(Form.place(cell), offset(json));
      cells.put(cell, number(json, known));
    }
    cell = null;
    return cells;
  }

  /** How many classes there are of each size, by ranges of sizes that may not overlap. */
  private ClassesBySize brackets(JsonParser json, Shape.Property known) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      wrongType(json, ProblemCode.WRONG_TYPE_OBJECT);
      return null;
    }
    Map<String, SizeBracket> brackets = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      cell = json.currentName();
      if (!hasRoom(json, HEAP_OF_ITEM)) {
        json.nextToken();
        json.skipChildren();
        continue;
      }
      SizeBracket sizes = sizes(json, brackets);
      json.nextToken();
      draft.putCell(ClassesBySize.place(cell), offset(json));
      Object classes = number(json, known);
      brackets.put(cell, sizes != null && classes instanceof Integer number ? sizes.of(number) : null);
    }
    cell = null;
    if (brackets.isEmpty()) {
      fault(json, ProblemCode.EMPTY_LIST, known.name);
    }
    return new ClassesBySize(brackets.values().stream().filter(Objects::nonNull).toList());
  }

  /** The sizes that the name of the bracket says; null where it says none. */
  private SizeBracket sizes(JsonParser json, Map<String, SizeBracket> others) {
    SizeBracket sizes = SizesText.bracket(cell).orElse(null);
    if (others.containsKey(cell)) {
      fault(json, ProblemCode.DUPLICATE_KEY, cell);
    } else if (sizes == null) {
      fault(json, ProblemCode.SIZE_BRACKET, cell);
    } else {
      others.values().stream()
          .filter(other -> other != null && other.overlaps(sizes))
          .findFirst()
          .ifPresent(other -> fault(json, ProblemCode.SIZE_BRACKETS_OVERLAP, cell, other.name()));
    }
    return sizes;
  }

  private String text(JsonParser json) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      wrongType(json, ProblemCode.WRONG_TYPE_STRING);
      return null;
    }
    String text = json.getString();
    if (text.isBlank()) {
      fault(json, ProblemCode.BLANK);
      return null;
    }
    if (text.length() > MAX_TEXT) {
      fault(json, ProblemCode.TOO_LONG, text.length(), MAX_TEXT);
      return null;
    }
    if (hasControl(text)) {
      fault(json, ProblemCode.CONTROL_CHARACTER);
      return null;
    }
    return text;
  }

  /** Whether the text holds a control character, or half of a character. */
  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        return true;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private FaultKind wrongType(JsonParser json, ProblemCode needed) {
    FaultKind fault =
        json.currentToken() == JsonToken.VALUE_NULL
            ? fault(json, ProblemCode.NULL)
            : fault(json, needed, JsonKind.of(json.currentToken()));
    json.skipChildren();
    return fault;
  }

  private FaultKind fault(JsonParser json, ProblemCode code, Object... arguments) {
    return fault(
        code, List.of(arguments), () -> Problem.of(code, origin(json.currentTokenLocation(), pointer()), arguments));
  }

  private FaultKind fault(Problem problem) {
    return fault(problem.code(), problem.arguments(), () -> problem);
  }

  /** Logs what is wrong where the reading is, and sets aside the fact that it is in. */
  private FaultKind fault(ProblemCode code, Object says, Supplier<Problem> problem) {
    FaultKind fault = new FaultKind(code, kind, property);
    faults.add(fault, says, problem);
    last = fault;
    if (draft != null) {
      draft.setAside(fault);
    }
    return fault;
  }

  private Origin origin(TokenStreamLocation place, String pointer) {
    return places.at(place.getByteOffset(), pointer);
  }

  private static int offset(JsonParser json) {
    return (int) json.currentTokenLocation().getByteOffset();
  }

  /** Where the reading is. */
  private String pointer() {
    return (draft == null ? "" : Draft.pointer(kind, number))
        + (property == null ? "" : "/" + Draft.token(property))
        + (cell == null ? "" : "/" + Draft.token(cell))
        + (item == NONE ? "" : "/" + item);
  }
}
