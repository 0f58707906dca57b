package org.dudao.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The body that answers for the facts of a document: an education bureau, or another office that published figures.
 *
 * @param region ISO 3166 country and, after a hyphen, the code of the region (GB/T 2260 in China)
 * @param residents resident population
 * @param schoolCount schools under its supervision
 * @param caseCount cases of all kinds, those among them that are not submitted
 * @param schoolsWithCounsellor schools with a full-time or part-time mental-health teacher
 * @param fiscalEducationFunds fiscal funds for education in the year, ten thousand yuan
 * @param preschoolFunds of these for kindergartens
 * @param gdp gross domestic product of the year, ten thousand yuan
 * @param teacherPay mean pay of teachers in the year, yuan
 * @param localCivilServantPay mean pay of local civil servants in the year, yuan
 * @param nationalCivilServantPay mean pay of civil servants of the state in the year, yuan
 * @param lastInspected when the government above last inspected it
 * @param complete the lists of the document that hold all facts of their kind that there are: of every school, where they
 *     belong to schools
 */
public record Bureau(
    @Required String id,
    String name,
    @Required String region,
    BureauLevel level,
    Integer residents,
    @PartOf("residents") Integer juniorGraduates,
    @PartOf("schoolCount") Integer seniorHighSchools,
    @PartOf("schoolCount") Integer specialSchools,
    Integer schoolCount,
    Integer caseCount,
    Integer responsibleInspectors,
    @PartOf("schoolCount") Integer schoolsWithCounsellor,
    @PartOf("residents") @Pupils Integer kindergartenChildren,
    BigDecimal kindergartenTeachers,
    @Past LocalDate lastInspected,
    @PartOf("gdp") @Domain(min = 0, max = 1_000_000_000_000L) BigDecimal fiscalEducationFunds,
    @PartOf("fiscalEducationFunds") @Domain(min = 0, max = 1_000_000_000_000L) BigDecimal preschoolFunds,
    @Domain(min = 0, max = 1_000_000_000_000L) BigDecimal gdp,
    BigDecimal teacherPay,
    BigDecimal localCivilServantPay,
    BigDecimal nationalCivilServantPay,
    List<FactKind> complete)
    implements Subject {

  @From({"schoolCount", "responsibleInspectors"})
  public Quantity schoolsPerInspector() {
    return Quantity.ratio(schoolCount, responsibleInspectors);
  }

  @From({"kindergartenChildren", "kindergartenTeachers"})
  public Quantity childrenPerKindergartenTeacher() {
    return Quantity.ratio(kindergartenChildren, kindergartenTeachers);
  }

  /** Schools with a mental-health teacher, in per cent of all schools. */
  @From({"schoolsWithCounsellor", "schoolCount"})
  public Quantity counsellorCoverage() {
    return Quantity.percent(schoolsWithCounsellor, schoolCount);
  }

  /** Funds for kindergartens in per cent of all fiscal funds for education. */
  @From({"preschoolFunds", "fiscalEducationFunds"})
  public Quantity preschoolFundsShare() {
    return Quantity.percent(preschoolFunds, fiscalEducationFunds);
  }

  /** Fiscal funds for education in per cent of the gross domestic product. */
  @From({"fiscalEducationFunds", "gdp"})
  public Quantity educationShareOfGdp() {
    return Quantity.percent(fiscalEducationFunds, gdp);
  }

  /** Teachers' mean pay in per cent of that of local civil servants. */
  @From({"teacherPay", "localCivilServantPay"})
  public Quantity payToLocalCivilServants() {
    return Quantity.percent(teacherPay, localCivilServantPay);
  }

  /** Teachers' mean pay in per cent of that of civil servants of the state. */
  @From({"teacherPay", "nationalCivilServantPay"})
  public Quantity payToNationalCivilServants() {
    return Quantity.percent(teacherPay, nationalCivilServantPay);
  }

  /** Whether it declares that all facts of that kind are in the document. */
  public boolean lists(FactKind kind) {
    return complete != null && complete.contains(kind);
  }
}
