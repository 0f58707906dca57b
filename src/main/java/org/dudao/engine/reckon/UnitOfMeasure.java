package org.dudao.engine.reckon;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dudao.fact.Quantity;

/**
 * The unit of a printed figure: perhaps a power of ten, what is counted, and for one of what ({@code 万元},
 * {@code 10k persons}, {@code yuan/student/year}, {@code teachers/100 students}).
 *
 * @param text as printed, without blanks around it; empty for none
 * @param multiplier the powers of ten in it
 * @param isRound whether one stands before what is counted, so that even a whole number in this unit was rounded
 */
public record UnitOfMeasure(String text, Quantity multiplier, boolean isRound, Noun noun, List<Noun> per) {

  /**
   * What is counted or measured, for itself or for one of it.
   *
   * @param dimension what can be converted into each other
   * @param size how much of the dimension one is
   * @param genus the looser word that covers it; null for none
   */
  public record Noun(String name, String dimension, Quantity size, String genus) {
    /** A word that the table does not know counts something of its own. */
    static Noun unknown(String word) {
      return new Noun(word, word, ONE, null);
    }

    boolean isLike(Noun other) {
      return dimension.equals(other.dimension) || dimension.equals(other.genus) || other.dimension.equals(genus);
    }

    /** The same without conversion: twelve a year need not be one in every month. */
    boolean isNamedLike(Noun other) {
      return name.equals(other.name) || name.equals(other.genus) || other.name.equals(genus);
    }

    boolean isShare() {
      return SHARES.contains(dimension);
    }
  }

  private static final Quantity ONE = Quantity.of(1);

  /**
   * Name, dimension, size, genus, and other spellings than the name. A looser word leaves open what is counted: 人 may
   * be pupils or teachers, 次 meetings or visits. A year is no span of time here, but 2007; years are.
   */
  private static final String NOUNS =
      """
      ratio             | ratio             | 1      |         | share, cv, multiple, 比, 比例, 比值, 倍, 系数, 差异系数
      %                 | ratio             | 1/100  |         | percent, per cent, pct, 百分比, 百分率
      ‰                 | ratio             | 1/1000 |         | per mille, permille, 千分比, 千分率
      percentage points | percentage points | 1/100  |         | percentage point, pp, p.p., 百分点
      points            | points            | 1      |         | point, 分
      yuan              | yuan              | 1      |         | cny, rmb, ¥, 元, 元人民币, 人民币元
      persons           | persons           | 1      |         | person, people, 人, 名, 位
      students          | students          | 1      | persons | student, pupils, pupil, 生, 学生, 名学生
      children          | children          | 1      | persons | child, 幼儿, 名幼儿, 儿童, 名儿童
      teachers          | teachers          | 1      | persons | teacher, 教师, 名教师, 专任教师
      staff             | staff             | 1      | persons | 教职工, 名教职工
      members           | members           | 1      | persons | member, 成员, 名成员
      boarders          | boarders          | 1      | persons | boarder, 寄宿生, 名寄宿生
      person-times      | person-times      | 1      |         | person-time, 人次
      所                | 所                | 1      |         |
      schools           | schools           | 1      | 所      | school, 学校, 所学校
      kindergartens     | kindergartens     | 1      | 所      | kindergarten, 幼儿园, 所幼儿园
      classes           | classes           | 1      |         | class, 班, 班级
      times             | times             | 1      |         | 次
      meetings          | meetings          | 1      | times   | meeting, 次会议
      inspections       | inspections       | 1      | times   | inspection, 次检查
      visits            | visits            | 1      | times   | visit
      sessions          | sessions          | 1      | times   | session
      notices           | notices           | 1      | times   | notice
      tests             | tests             | 1      | times   | test, 次考试
      件                | 件                | 1      |         |
      cases             | cases             | 1      | 件      | case, 件次
      matters           | matters           | 1      | 件      | matter
      pieces            | pieces            | 1      | 件      | piece
      起                | 起                | 1      |         |
      events            | events            | 1      | 起      | event
      incidents         | incidents         | 1      | 起      | incident
      项                | 项                | 1      |         |
      items             | items             | 1      | 项      | item
      indicators        | indicators        | 1      | 项      | indicator, 项指标
      projects          | projects          | 1      |         | project, 项目
      places            | places            | 1      |         | place, 处
      books             | books             | 1      |         | book, 册, 本, 册图书
      titles            | titles            | 1      |         | title, 种
      sets              | sets              | 1      |         | set, 套, 台套
      rooms             | rooms             | 1      |         | room, 间
      storeys           | storeys           | 1      |         | storey, 层
      lessons           | lessons           | 1      |         | lesson, 课时, 节
      working days      | working days      | 1      |         | working day, 工作日
      days              | days              | 1      |         | day, 天, 日
      weeks             | days              | 7      |         | week, 周, 星期
      months            | months            | 1      |         | month, 月
      years             | months            | 12     |         | 年
      year              | year              | 1      |         | yr, annum
      s                 | s                 | 1      |         | second, seconds, sec, 秒
      minutes           | s                 | 60     |         | minute, min, 分钟
      hours             | s                 | 3600   |         | hour, h, 小时
      m                 | m                 | 1      |         | metre, metres, meter, meters, 米
      km                | m                 | 1000   |         | kilometre, kilometres, kilometer, kilometers, 千米, 公里
      m2                | m2                | 1      |         | sqm, square metre, square metres, 平方米, 平米
      km2               | m2                | 1000000 |        | square kilometre, square kilometres, 平方公里, 平方千米
      hectare           | m2                | 10000  |         | hectares, ha, 公顷
      mu                | m2                | 2000/3 |         | 亩
      g                 | g                 | 1      |         | gram, grams, 克
      kg                | g                 | 1000   |         | kilogram, kilograms, 千克, 公斤
      t                 | g                 | 1000000 |        | ton, tons, tonne, tonnes, 吨
      """;

  private static final Set<String> SHARES = Set.of("ratio", "percentage points");
  private static final Map<String, Noun> BY_SPELLING = bySpelling();
  private static final Noun NONE = Noun.unknown("");
  private static final Noun POINTS = BY_SPELLING.get("points");
  private static final Noun PERCENTAGE_POINTS = BY_SPELLING.get("percentage points");
  private static final Noun TIMES = BY_SPELLING.get("times");

  private static final Map<String, Long> WORDS =
      Map.ofEntries(
          Map.entry("ten", 10L), Map.entry("hundred", 100L), Map.entry("k", 1_000L), Map.entry("thousand", 1_000L),
          Map.entry("m", 1_000_000L), Map.entry("million", 1_000_000L), Map.entry("bn", 1_000_000_000L),
          Map.entry("billion", 1_000_000_000L), Map.entry("wan", 10_000L), Map.entry("yi", 100_000_000L));
  private static final Map<Integer, Long> SIGNS =
      Map.of((int) '十', 10L, (int) '百', 100L, (int) '千', 1_000L, (int) '万', 10_000L, (int) '亿', 100_000_000L);
  /** Digits, then Chinese signs or an English word for a power of ten, then the rest. */
  private static final Pattern POWER =
      Pattern.compile(
          "([1-9][0-9,]*)?\\s*(?:([十百千万亿]+)\\s*|(" + String.join("|", WORDS.keySet()) + ")?(?:\\s+|$))(.*)");
  private static final Pattern DASH = Pattern.compile("\\s*[-–—−－]*\\s*");
  private static final Pattern PER = Pattern.compile("\\s*[/·]\\s*每?|(?:^|\\s+)per\\s+");

  /** The unit that was printed so; null, a blank or a dash for none. */
  public static UnitOfMeasure of(String printed) {
    String text = printed == null || DASH.matcher(printed).matches() ? "" : printed.strip();
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Noun known = BY_SPELLING.get(plain);
    if (known != null) {
      return new UnitOfMeasure(text, ONE, false, known, List.of());
    }
    String[] terms = PER.split(plain, -1);
    ScaledNoun counted = ScaledNoun.of(terms[0]);
    Quantity multiplier = counted.multiplier;
    List<Noun> per = new ArrayList<>();
    for (int i = 1; i < terms.length; i++) {
      ScaledNoun one = ScaledNoun.of(terms[i]);
      multiplier = multiplier.dividedBy(one.multiplier);
      per.add(one.noun.name().equals("year") ? BY_SPELLING.get("years") : one.noun);
    }
    // So many a month are so many times a month.
    Noun noun = counted.noun.equals(NONE) && !per.isEmpty() ? TIMES : counted.noun;
    return new UnitOfMeasure(text, multiplier, !counted.multiplier.equals(ONE), noun, List.copyOf(per));
  }

  /** Whether the table has all that is counted in it, and of one of what. */
  public boolean isKnown() {
    return nouns().allMatch(BY_SPELLING::containsValue);
  }

  public boolean isNone() {
    return text.isEmpty();
  }

  /** Whether it tells a part of a whole: per cent, per mille, a ratio, percentage points. */
  boolean isShare() {
    return noun.isShare() && per.isEmpty();
  }

  /** Whether both may count the same things: visits and inspections are times. */
  public boolean countsWith(UnitOfMeasure other) {
    return noun.isLike(other.noun) || noun.genus() != null && noun.genus().equals(other.noun.genus());
  }

  /** Whether it tells points, of a score or between percentages. */
  boolean isPoints() {
    return noun.equals(POINTS) && per.isEmpty();
  }

  /** What it is beside a percentage: points there are percentage points. */
  UnitOfMeasure besidePercentage() {
    return isPoints() ? new UnitOfMeasure(text, multiplier, isRound, PERCENTAGE_POINTS, per) : this;
  }

  /** Whether a figure in the one can be told in the other: 0.94 as 94 %, persons where students are counted. */
  boolean isLike(UnitOfMeasure other) {
    return noun.isLike(other.noun)
        && per.size() == other.per.size()
        && per.stream().allMatch(one -> other.per.stream().anyMatch(one::isNamedLike))
        && other.per.stream().allMatch(one -> per.stream().anyMatch(one::isNamedLike));
  }

  /** How many of the other one of this is: a ratio of 1 is 100 %; null when it cannot be told in the other. */
  public Quantity in(UnitOfMeasure other) {
    UnitOfMeasure unit = other.isShare() ? besidePercentage() : this;
    return unit.isLike(other) ? unit.factor(noun -> true).dividedBy(other.factor(noun -> true)) : null;
  }

  /** How many of what is counted one is; only where a noun passes, by its size too. */
  Quantity factor(Predicate<Noun> hasSize) {
    Quantity factor = hasSize.test(noun) ? multiplier.times(noun.size()) : multiplier;
    for (Noun one : per) {
      factor = hasSize.test(one) ? factor.dividedBy(one.size()) : factor;
    }
    return factor;
  }

  Stream<Noun> nouns() {
    return Stream.concat(Stream.of(noun), per.stream());
  }

  /** A power of ten and what stands behind it. */
  private record ScaledNoun(Quantity multiplier, Noun noun) {
    static ScaledNoun of(String text) {
      Noun known = BY_SPELLING.get(text.startsWith("个") ? text.substring(1) : text);
      Matcher power = POWER.matcher(text);
      if (known != null || !power.matches() || power.end(4) - power.start(4) == text.length()) {
        return new ScaledNoun(ONE, known == null ? Noun.unknown(text) : known);
      }
      ScaledNoun rest = of(power.group(4));
      Quantity number = digits(power.group(1)).times(signs(power.group(2))).times(word(power.group(3)));
      return new ScaledNoun(rest.multiplier.times(number), rest.noun);
    }

    private static Quantity digits(String digits) {
      return digits == null ? ONE : Quantity.of(new BigDecimal(digits.replace(",", "")));
    }

    private static Quantity signs(String signs) {
      return signs == null
          ? ONE
          : Quantity.of(signs.chars().mapToLong(SIGNS::get).reduce(1, (one, other) -> one * other));
    }

    private static Quantity word(String word) {
      return word == null ? ONE : Quantity.of(WORDS.get(word));
    }
  }

  private static Map<String, Noun> bySpelling() {
    Map<String, Noun> nouns = new HashMap<>();
    NOUNS.lines().forEach(line -> {
      String[] cells = line.split("\\|", -1);
      String[] size = cells[2].strip().split("/");
      Quantity one = Quantity.ratio(Integer.valueOf(size[0]), size.length == 1 ? 1 : Integer.valueOf(size[1]));
      Noun noun = new Noun(cells[0].strip(), cells[1].strip(), one, cells[3].isBlank() ? null : cells[3].strip());
      Stream.concat(Stream.of(noun.name()), Stream.of(cells[4].split(",")).map(String::strip))
          .filter(spelling -> !spelling.isEmpty())
          .forEach(spelling -> {
            if (nouns.put(spelling, noun) != null) {
              throw new IllegalStateException(spelling + " is two nouns");
            }
          });
    });
    return nouns;
  }
}
