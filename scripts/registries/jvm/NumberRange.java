import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The numbers that an entry takes, found by asking its converter: its check is a function literal, which says nothing of itself.
 * Numbers count in the unit of the entry. What is no interval is left out.
 */
final class NumberRange {
  /** Far beyond every bound that a check has, and exact as a floating point number too. */
  private static final long FAR = 1L << 53;

  /** The largest number that is tried out. */
  private static final long LARGEST = 1L << 40;

  private final Object converter;

  private NumberRange(Object converter) {
    this.converter = converter;
  }

  /** `1..`, `0..1`, `..512`, with a parenthesis where the bound itself is refused; nothing when every number is taken. */
  static String of(Object entry, ValueType value) {
    if (value.list || !value.allowed.isEmpty()) {
      return "";
    }
    NumberRange range = new NumberRange(ValueType.converter(entry));
    return switch (value.type) {
      case "int" -> range.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "long", "duration", "bytes" -> range.whole(-FAR, FAR);
      case "double" -> range.broken();
      default -> "";
    };
  }

  private String whole(long least, long most) {
    Long inside = taken();
    if (inside == null) {
      return "";
    }
    long low = takes(least) ? least : bound(least, inside);
    long high = takes(most) ? most : bound(most, inside);
    for (long each = -1; each <= Math.min(most, LARGEST); each = next(each)) {
      if (takes(each) != (each >= low && each <= high)) {
        return "";
      }
    }
    return low == least && high == most ? "" : (low == least ? "" : low) + ".." + (high == most ? "" : high);
  }

  private Long taken() {
    for (long each = 0; each <= LARGEST; each = next(each)) {
      if (takes(each)) {
        return each;
      }
    }
    return null;
  }

  /** All small numbers, then ever fewer. */
  private static long next(long number) {
    return number < 64 ? number + 1 : number + number / 8;
  }

  /** The last number that is taken on the way from one inside to one outside. */
  private long bound(long outside, long inside) {
    while (Math.abs(outside - inside) > 1) {
      long middle = inside + (outside - inside) / 2;
      if (takes(middle)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  private String broken() {
    for (double inside : new double[] {0.5, 1, 1.5, 0, 2, 10, 100}) {
      if (takes(inside)) {
        String low = takes(-FAR) ? "" : bound(-FAR, inside, "(", "");
        String high = takes(FAR) ? "" : bound(FAR, inside, "", ")");
        return low.isEmpty() && high.isEmpty() ? "" : low + ".." + high;
      }
    }
    return "";
  }

  private String bound(double outside, double inside, String before, String after) {
    for (int i = 0; i < 200; i++) {
      double middle = (outside + inside) / 2;
      if (takes(middle)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    BigDecimal near = new BigDecimal(inside).round(new MathContext(6)).stripTrailingZeros();
    String text = near.abs().compareTo(new BigDecimal("1e-9")) < 0 ? "0" : near.toPlainString();
    return takes(text) ? text : before + text + after;
  }

  private boolean takes(Object number) {
    try {
      Reflection.apply(converter, String.valueOf(number));
      return true;
    } catch (Exception refused) {
      return false;
    }
  }
}
