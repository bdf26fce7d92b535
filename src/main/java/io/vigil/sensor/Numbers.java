package io.vigil.sensor;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from bytes without making objects. The answer is that of {@link
 * Double#parseDouble}, which does the rare long ones.
 */
final class Numbers {
  /** Whole numbers below this, and powers of ten up to 22, are exact in a double. */
  private static final long EXACT = 1L << 53;

  private static final double[] POWERS = new double[23];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  /**
   * The finite number that the bytes from {@code from} up to {@code to} hold, spaces around it
   * allowed.
   *
   * <p>A mantissa below 2^53 times or divided by a power of ten up to 10^22 is one rounding of two
   * exact values, so it is the nearest double (W. D. Clinger, How to read floating point numbers
   * accurately, 1990).
   *
   * @throws Refusal where it is no finite number; the reason begins with {@code name}
   */
  static double parse(byte[] bytes, int from, int to, String name) throws Refusal {
    int i = from;
    int end = to;
    while (i < end && isSpace(bytes[i])) {
      i++;
    }
    while (end > i && isSpace(bytes[end - 1])) {
      end--;
    }
    int start = i;
    boolean negative = i < end && bytes[i] == '-';
    if (i < end && (negative || bytes[i] == '+')) {
      i++;
    }
    long mantissa = 0;
    int digits = 0;
    int exponent = 0;
    boolean point = false;
    for (; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        digits++;
        exponent -= point ? 1 : 0;
        if (mantissa >= EXACT) {
          return slowly(bytes, start, end, name);
        }
      } else if (bytes[i] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (i < end && digits > 0 && (bytes[i] | 0x20) == 'e') {
      int written = smallExponent(bytes, i + 1, end);
      if (written == Integer.MIN_VALUE) {
        return slowly(bytes, start, end, name);
      }
      exponent += written;
      i = end;
    }
    if (i < end || digits == 0 || exponent > 22 || exponent < -22) {
      return slowly(bytes, start, end, name);
    }
    double value = exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
    return negative ? -value : value;
  }

  /** An exponent of one or two digits, or {@link Integer#MIN_VALUE} where it is anything else. */
  private static int smallExponent(byte[] bytes, int from, int to) {
    int i = from;
    boolean negative = i < to && bytes[i] == '-';
    if (i < to && (negative || bytes[i] == '+')) {
      i++;
    }
    if (i == to || to - i > 2) {
      return Integer.MIN_VALUE;
    }
    int value = 0;
    for (; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  private static double slowly(byte[] bytes, int from, int to, String name) throws Refusal {
    if (from == to) {
      throw new Refusal(name + " is empty, expected a number");
    }
    String text = new String(bytes, from, Math.min(to - from, 400), StandardCharsets.UTF_8);
    if (text.chars().allMatch(c -> "+-.eE0123456789".indexOf(c) >= 0)) {
      try {
        return finite(Double.parseDouble(text), name);
      } catch (NumberFormatException e) {
        throw new Refusal(name + " is " + Quote.of(text) + ", expected a number");
      }
    }
    String bare = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    if (bare.equalsIgnoreCase("nan")
        || bare.equalsIgnoreCase("inf")
        || bare.equalsIgnoreCase("infinity")) {
      throw new Refusal(name + " is " + text + ", expected a finite number");
    }
    throw new Refusal(name + " is " + Quote.of(text) + ", expected a number");
  }

  /** Returns the value where it is finite. */
  static double finite(double value, String name) throws Refusal {
    if (!Double.isFinite(value)) {
      throw new Refusal(notFinite(value, name));
    }
    return value;
  }

  /** Returns the value as a float, which keeps seven digits. */
  static float acceleration(double value, String name) throws Refusal {
    float narrow = (float) value;
    if (!Float.isFinite(narrow)) {
      throw new Refusal(notFinite(value, name));
    }
    return narrow;
  }

  /** The reason to refuse a value that is not finite, or not when narrowed to a float. */
  static String notFinite(double value, String name) {
    return name
        + " is "
        + value
        + (Double.isFinite(value)
            ? ", out of range of any accelerometer"
            : ", expected a finite number");
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  private Numbers() {}
}
