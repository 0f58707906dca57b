package org.dudao.report;

import java.time.LocalDate;

/**
 * A bureau whose facts were checked.
 *
 * @param asOf the day of judgement
 * @param subjects how many facts were judged; those that were set aside are not among them
 */
public record Checked(String id, String name, String region, LocalDate asOf, int subjects) {}
