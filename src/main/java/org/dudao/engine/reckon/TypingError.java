package org.dudao.engine.reckon;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A way in which one number is typed for another, the likeliest first. */
public enum TypingError {
  /** A zero or a decimal point too many, or one too few. */
  TENFOLD {
    @Override
    public List<BigDecimal> meant(BigDecimal typed) {
      return List.of(typed.movePointLeft(1), typed.movePointRight(1));
    }
  },
  /** Two of them: a ratio that is told as a percentage. */
  HUNDREDFOLD {
    @Override
    public List<BigDecimal> meant(BigDecimal typed) {
      return List.of(typed.movePointLeft(2), typed.movePointRight(2));
    }
  },
  DIGIT_TWICE {
    @Override
    public List<BigDecimal> meant(BigDecimal typed) {
      List<BigDecimal> meant = new ArrayList<>();
      String digits = digits(typed);
      for (int i = 1; i < digits.length(); i++) {
        if (digits.charAt(i) == digits.charAt(i - 1)) {
          boolean isDecimal = digits.length() - i <= typed.scale();
          add(meant, digits.substring(0, i) + digits.substring(i + 1), isDecimal ? typed.scale() - 1 : typed.scale());
        }
      }
      return meant;
    }
  },
  DIGITS_SWAPPED {
    @Override
    public List<BigDecimal> meant(BigDecimal typed) {
      List<BigDecimal> meant = new ArrayList<>();
      String digits = digits(typed);
      for (int i = 1; i < digits.length(); i++) {
        if (digits.charAt(i) != digits.charAt(i - 1)) {
          String swapped =
              digits.substring(0, i - 1) + digits.charAt(i) + digits.charAt(i - 1) + digits.substring(i + 1);
          add(meant, swapped, typed.scale());
        }
      }
      return meant;
    }
  };

  /** The numbers for which that one may have been typed, in a fixed order. */
  public abstract List<BigDecimal> meant(BigDecimal typed);

  /** All digits as typed, the zero before a decimal point among them. */
  private static String digits(BigDecimal typed) {
    String digits = typed.unscaledValue().abs().toString();
    return "0".repeat(Math.max(0, typed.scale() + 1 - digits.length())) + digits;
  }

  /** Nobody writes a number with a zero before its other digits. */
  private static void add(List<BigDecimal> meant, String digits, int scale) {
    if (digits.charAt(0) != '0' || digits.length() == scale + 1) {
      meant.add(new BigDecimal(new BigInteger(digits), scale));
    }
  }
}
