package org.dudao.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.fact.Language;
import org.dudao.fact.Authority;
import org.dudao.fact.Citation;
import org.dudao.fact.Intake;
import org.dudao.fact.Level;
import org.dudao.fact.Origin;
import org.dudao.fact.Period;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Quantity;
import org.dudao.fact.Text;
import org.dudao.fact.Value;
import org.dudao.report.Checked;
import org.dudao.report.Datum;
import org.dudao.report.Demand;
import org.dudao.report.Finding;
import org.dudao.report.InputFile;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.dudao.report.Report;
import org.dudao.report.Standard;
import org.dudao.report.SubjectReference;
import org.dudao.report.Unchecked;
import org.dudao.report.Unused;

/** One report that holds everything a format can stumble over. */
final class SampleReport {
  static final Standard CLASS_SIZE =
      standard(
          "class-size.primary.max", "class-size.students", "class", "班额", "Class size", "小学班额上限",
          "Largest primary class", "55", number("55"), "students", Level.MUST,
          "关于统筹推进县域内城乡义务教育一体化改革发展的若干意见(国发〔2016〕40号)",
          "第三条", "分班或分流", "Split the class or move pupils to other schools");
  static final Standard CLASS_TEACHER =
      standard(
          "class-size.qualified-teacher", "class-size.qualified-teacher", "class", "合格教师", "Qualified teacher",
          "班级配有合格教师", "A qualified teacher for each class", "yes", new Value.Yes(), "", Level.SHOULD, "教师法", "第十条",
          "配备合格教师",
          "Appoint a qualified teacher");
  static final Standard STAFFING =
      standard(
          "staffing.primary.ratio", "staffing.students-per-staff", "school", "生师比", "Students per staff",
          "小学师生比", "Students to staff in primary schools", "19", number("19"), "students per staff", Level.MUST,
          "关于统一城乡中小学教职工编制标准的通知(中央编办发〔2014〕72号)", "第一条", "核增编制", "Add posts");
  static final Standard COMPLAINT =
      standard(
          "timeliness.complaint.major", "timeliness.complaint", "case", "投诉办理时限", "Time for complaints", "重大投诉办结时限",
          "Time for major complaints", "15", workingDays(15), "working days", Level.MUST, "效能投诉办理办法", "第十二条",
          "按期办结并说明理由",
          "Close in time and give reasons");
  static final Standard COMPLETION =
      standard(
          "practices.completion.rate", "practices.indicator-at-least", "indicator", "比率指标", "A rate", "初中三年巩固率",
          "Completion of junior schooling", "95", number("95"), "%", Level.SHOULD, "国家中长期教育改革和发展规划纲要", "第四条", "控辍保学",
          "Keep pupils in school");
  static final LocalDate DAY = LocalDate.of(2024, 3, 31);
  static final Standard SUM =
      standard(
          "reconciliation.sum", "reconciliation.claim", "claim", "数据核对", "Reconciliation", "公布数等于各项之和",
          "A printed sum is the sum of its parts", "yes", new Value.Yes(), "", Level.NOTE, "统计法", "第七条", "更正公布数",
          "Correct the figure");
  static final Standard CHECKLIST =
      standard(
          "openness.guide", "openness.checklist", "checklist", "公开指南", "Guide to openness", "公开指南的内容",
          "What a guide holds", "编排体系; 获取方式; 受理机构",
          new Value.Names(List.of("编排体系", "获取方式", "受理机构")), "list", Level.MUST, "政府信息公开条例(国务院令第711号)", "第十二条", "补齐缺项",
          "Add what is lacking");
  static final Standard PROJECTS =
      standard(
          "projects.started.share", "projects.started", "project", "开工面积", "Area started", "开工面积达到计划",
          "The planned area is started", "=plannedArea", new Value.Field("plannedArea"), "m2", Level.MUST, "校安工程实施方案",
          "第五条", "加快开工", "Start sooner");
  static final Standard COMPLAINT_SIMPLE =
      standard(
          "timeliness.complaint.simple", "timeliness.complaint", "case", "投诉办理时限", "Time for complaints",
          "简易投诉办结时限", "Time for simple complaints", "5", workingDays(5), "working days", Level.MUST, "效能投诉办理办法",
          "第十二条", "", "");

  private static final String FILE = "facts/zhuzhou.json";

  private SampleReport() {}

  static Report report() {
    SubjectReference first = new SubjectReference("zz", SampleReport.DAY, "class", "c1", "一年级1班 <&\"'>");
    SubjectReference second = new SubjectReference("zz", SampleReport.DAY, "class", "c2", "=1+1");
    SubjectReference school =
        new SubjectReference("zz", SampleReport.DAY, "school", "s3", "株洲市天元区第三实验小学暨湖南师范大学附属小学天元校区（原第三小学、第七小学合并）");
    List<Finding> findings =
        List.of(
            finding(CLASS_SIZE, Outcome.FAIL, first, "students", Demand.AT_MOST, numeral("57", "students"),
                numeral("55", "students"), numeral("2", ""), 12, 40),
            finding(CLASS_TEACHER, Outcome.FAIL, first, "qualifiedTeacher", Demand.YES, Datum.YesNo.NO,
                Datum.YesNo.YES, null, 12, 56),
            finding(CLASS_SIZE, Outcome.PASS, second, "students", Demand.AT_MOST, numeral("55", "students"),
                numeral("55", "students"), null, 13, 40),
            finding(CLASS_TEACHER, Outcome.PASS, second, "qualifiedTeacher", Demand.YES, Datum.YesNo.YES,
                Datum.YesNo.YES, null, 13, 56),
            unknown(
                STAFFING, school, "studentsPerStaff", Demand.AT_MOST, List.of("students", "staff"),
                List.of(Remark.of(RemarkCode.SCOPE_UNKNOWN, new Datum.Components(List.of("type", "setting")))), 8, 5),
            finding(
                COMPLAINT, Outcome.FAIL, new SubjectReference("zz", SampleReport.DAY, "case", "k1", "反映学校违规收费"),
                "closed",
                Demand.WITHIN, date("2024-03-21"), date("2024-03-15"), numeral("4", "working days"), 20, 91),
            with(
                finding(
                    COMPLAINT, Outcome.FAIL, new SubjectReference("zz", SampleReport.DAY, "case", "k2", null), "closed",
                    Demand.WITHIN, null,
                    date("2027-01-06"), numeral("1", "working days"), 21, 5),
                Remark.of(RemarkCode.OPEN, date("2027-01-06")),
                Remark.of(RemarkCode.CALENDAR_UNKNOWN, LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 6))),
            finding(
                COMPLETION, Outcome.FAIL, new SubjectReference("zz", SampleReport.DAY, "indicator", "i1", "初中三年巩固率"),
                "value", Demand.AT_LEAST,
                numeral("93.70", "%"), numeral("95", "%"), numeral("1.3", "percentage points"), 30, 60),
            with(
                finding(
                    SUM, Outcome.FAIL, new SubjectReference("zz", SampleReport.DAY, "claim", "q1", "全市在校生数"), "stated",
                    Demand.FOLLOWS, numeral("1312", ""),
                    numeral("1313", ""), numeral("1", ""), 40, 5),
                Remark.of(RemarkCode.ROUNDED_OPERANDS, "1311.5..1312.5"),
                Remark.of(RemarkCode.NOTE, "原表各项经过取整。The parts were rounded.")),
            finding(
                CHECKLIST, Outcome.FAIL, new SubjectReference("zz", SampleReport.DAY, "checklist", "l1", "信息公开指南"),
                "items", Demand.ALL_OF,
                items("编排体系", "申请表格式", "收费标准", "办公地址", "联系电话", "监督渠道"),
                items("编排体系", "获取方式", "受理机构"), items("获取方式", "受理机构"), 50, 22),
            finding(
                CLASS_SIZE, Outcome.PASS, new SubjectReference("ly", SampleReport.DAY, "class", "c1", "二年级1班"),
                "students",
                Demand.AT_MOST,
                numeral("43", "students"), numeral("55", "students"), null, 4, 40));
    return new Report(
        List.of(
            new Checked("zz", "株洲市教育局", "CN-430200", LocalDate.parse("2024-03-31"), 12),
            new Checked("ly", "醴陵市教育局", "CN-430281", LocalDate.parse("2024-03-31"), 3)),
        List.of(
            CLASS_SIZE, CLASS_TEACHER, STAFFING, COMPLAINT, COMPLETION, SUM, CHECKLIST, PROJECTS, COMPLAINT_SIMPLE),
        findings,
        List.of(
            new Unchecked("zz", PROJECTS, Unchecked.Reason.NO_FACTS),
            new Unchecked("ly", PROJECTS, Unchecked.Reason.NO_FACTS),
            new Unchecked("zz", COMPLAINT_SIMPLE, Unchecked.Reason.NOT_APPLICABLE)),
        List.of(
            Problem.of(
                ProblemCode.JSON_NAME, new Origin("facts/bad.json", "/classes/0", 3, 14),
                "\"students\": \"五十\" <script>"),
            Problem.of(ProblemCode.DATE, built(4), "2024-06-31").with(
                9,
                List.of(
                    Problem.of(ProblemCode.DATE, built(5), "2024-02-30"),
                    Problem.of(ProblemCode.DATE, built(6), "2024-06-31"))),
            Problem.of(ProblemCode.HANGS_ON, built(4), 3, "classes 2, gradeGroups 1", 1)),
        List.of(
            new InputFile(InputFile.Role.FACTS, FILE, "a".repeat(64)),
            new InputFile(InputFile.Role.FACTS, "facts/liling.json", "b".repeat(64)),
            new InputFile(InputFile.Role.RULES, "rules/cn/class-size.drl", "c".repeat(64)),
            new InputFile(InputFile.Role.LIMITS, "rules/cn/class-size.csv", "d".repeat(64)),
            new InputFile(InputFile.Role.CALENDAR, "rules/calendars/cn.csv", "e".repeat(64))),
        new Intake(3, 1, 2, 1, 15, 1, List.of("facts/zhuzhou.json.bak", "facts/醴陵.txt")),
        new Unused(
            15, 48,
            List.of(
                unused("class", "c1", "", 2, "grade"),
                unused("class", "c2", "", 3, "grade", "students"),
                unused("indicator", "i2", "READING_AMOUNT", 31, "value"),
                unused("township", "t1", "", 60))));
  }

  private static Unused.Fact unused(String kind, String id, String code, int line, String... components) {
    return new Unused.Fact(
        new SubjectReference("zz", DAY, kind, id, null), code, new Origin(FILE, "/" + kind + "/" + id, line, 5),
        components.length == 0,
        Stream.of(components)
            .map(one -> new Unused.Figure(one, new Origin(FILE, "/" + kind + "/" + id + "/" + one, line, 40)))
            .toList());
  }

  private static Origin built(int line) {
    return new Origin("facts/bad.json", "/schools/" + (line - 4) + "/built", line, 60);
  }

  /** Everything was checked, and nothing is violated. */
  static Report clean() {
    Report report = report();
    return new Report(
        List.of(new Checked("ly", "醴陵市教育局", "CN-430281", LocalDate.parse("2024-03-31"), 3)),
        List.of(CLASS_SIZE),
        report.findings().stream().filter(finding -> finding.subject().bureau().equals("ly")).toList(),
        List.of(),
        List.of(),
        report.inputs());
  }

  /** So many classes, every one of them too large. */
  static Report large(int classes) {
    List<Finding> findings =
        IntStream.range(0, classes)
            .mapToObj(
                index ->
                    finding(
                        CLASS_SIZE, Outcome.FAIL,
                        new SubjectReference("zz", SampleReport.DAY, "class", "c" + index, (index + 1) + "班"),
                        "students",
                        Demand.AT_MOST, numeral("57", "students"), numeral("55", "students"), numeral("2", ""),
                        index + 2, 40))
            .toList();
    return new Report(
        List.of(new Checked("zz", "株洲市教育局", "CN-430200", LocalDate.parse("2024-03-31"), classes)),
        List.of(CLASS_SIZE), findings, List.of(), List.of(), List.of());
  }

  static Context context(Language language) {
    return new Context(language, Level.MUST, false, false, "0.1.0", new TreeMap<>(Map.of("--fail-on", "must")));
  }

  static Context withPasses(Language language) {
    return new Context(language, Level.MUST, true, false, "0.1.0", Map.of());
  }

  static Finding finding(
      Standard standard, Outcome outcome, SubjectReference subject, String measure, Demand demand, Datum found,
      Datum limit,
      Datum difference, int line, int column) {
    return new Finding(
        standard, outcome, subject, "", measure, demand, found, limit, standard.unit(), difference, List.of(), List.of(),
        new Origin(FILE, "/" + subject.kind() + "/" + subject.id() + "/" + measure, line, column), "f00d" + line);
  }

  static Finding unknown(
      Standard standard, SubjectReference subject, String measure, Demand demand, List<String> missing,
      List<Remark> remarks,
      int line, int column) {
    return new Finding(
        standard, Outcome.UNKNOWN, subject, "", measure, demand, null, standard.written(), standard.unit(), null, missing,
        remarks,
        new Origin(FILE, "/" + subject.kind() + "/" + subject.id(), line, column), "f00d" + line);
  }

  static Finding with(Finding finding, Remark... remarks) {
    return new Finding(
        finding.standard(), finding.outcome(), finding.subject(), finding.facet(), finding.measure(), finding.demand(), finding.found(),
        finding.limit(), finding.unit(), finding.difference(), finding.missing(),
        Stream.concat(finding.remarks().stream(), Stream.of(remarks)).toList(), finding.at(), finding.fingerprint());
  }

  static Datum numeral(String digits, String unit) {
    return Datum.Numeral.of(new BigDecimal(digits), unit);
  }

  static Datum date(String day) {
    return new Datum.Date(LocalDate.parse(day));
  }

  private static Datum items(String... names) {
    return new Datum.Items(List.of(names));
  }

  private static Value number(String digits) {
    return new Value.Number(Quantity.of(new BigDecimal(digits)));
  }

  private static Value workingDays(int number) {
    return new Value.Time(new Period.Count(number, Period.Unit.WORKING_DAYS, false));
  }

  private static Standard standard(
      String id, String rule, String kind, String ruleTitle, String ruleTitleEn, String title, String titleEn,
      String value, Value demanded, String unit, Level level, String document, String clause, String remedy,
      String remedyEn) {
    return new Standard(
        id, rule, rule, rule.substring(0, rule.indexOf('.')), kind, new Text(ruleTitle, ruleTitleEn), new Text(title, titleEn),
        value, demanded, unit, level, "CN", "", LocalDate.parse("2012-01-01"), null, null, "",
        new Citation(document, clause, Authority.POLICY, "", "", List.of("CN-X-001"), "high", null),
        new Text(remedy, remedyEn), Text.NONE, new Origin("rules/cn/limits.csv", "", 2, 1));
  }
}
