package org.dudao.fact;

/** The level of government that a bureau belongs to. */
public enum BureauLevel {
  STATE,
  PROVINCE,
  CITY,
  COUNTY,
  TOWNSHIP,
  OTHER
}
