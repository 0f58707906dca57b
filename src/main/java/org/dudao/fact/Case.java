package org.dudao.fact;

import java.time.LocalDate;

/**
 * A matter that an office handles between two dates: a petition, a licence, a complaint.
 *
 * @param closed null while the case is open
 * @param expires the day on which what was granted ends
 * @param extended the time was prolonged in due form
 * @param petitionProcedure a petition that is decided by a petition opinion, for no court, arbitration, review or other
 *     procedure of law is open to it
 * @param ownRequest what is ended is ended because its holder asked for it
 * @param excludedDays days that the law does not count (hearing, inspection, expert review), in the unit of the limit
 * @param statutoryDays the time the law allows, working days
 * @param promisedDays the time the office promised, working days
 * @param handlingDays the time taken, working days
 * @param windows counters that the applicant must turn to
 * @param notices notices of missing materials sent to the applicant
 * @param sealed decided under the special seal for approvals
 */
public record Case(
    @Required String id,
    String name,
    @Required @Coded(CodeList.CASE) String kind,
    CaseGrade grade,
    School school,
    @Coded(CodeList.ITEM) String item,
    @Past LocalDate received,
    @Past @NotBefore("received") LocalDate accepted,
    @Past @NotBefore({"received", "accepted"}) LocalDate closed,
    LocalDate expires,
    Boolean extended,
    Boolean petitionProcedure,
    Boolean ownRequest,
    @Domain(min = 0, max = 3_660) Integer excludedDays,
    Integer statutoryDays,
    @Domain(min = 0, max = 3_660) Integer promisedDays,
    Integer handlingDays,
    Integer windows,
    Integer acceptancePoints,
    Integer notices,
    Integer offices,
    Integer places,
    Integer stepsTaken,
    Boolean revisited,
    Boolean acceptedOutside,
    Boolean circulatedOutside,
    Boolean sealed)
    implements Subject {

  @Override
  public Subject owner() {
    return school;
  }

  /** The time taken as a share of the time the law allows. */
  @From({"handlingDays", "statutoryDays"})
  public Quantity handlingShare() {
    return Quantity.ratio(handlingDays, statutoryDays);
  }
}
