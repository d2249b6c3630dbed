import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Prints what Spark's registry of configuration entries holds, one line an entry, columns separated by tabs:
 * `entry key type unit default since flags allowed` and `retired key kind version successor comment`, texts escaped.
 * Argument: the folder of the jars, which are also the class path.
 */
public final class SparkKeys {
  private SparkKeys() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err); // an object may print while it is initialised
    List<String> failures = Definers.initialise(Definers.in(new File(arguments[0])));
    if (!failures.isEmpty()) {
      failures.forEach(System.err::println);
      System.exit(1);
    }
    Map<String, Object> entries = entries();
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Object> each : entries.entrySet()) {
      lines.add(line(each.getKey(), each.getValue()));
    }
    List<String[]> retired = new ArrayList<>(Retired.rows());
    retired.addAll(Retired.alternatives(entries));
    for (String[] row : retired) {
      lines.add(joined("retired", row[0], row[1], row[2], row[3], row[4]));
    }
    out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    System.exit(0); // some objects start threads
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> entries() throws ReflectiveOperationException {
    Object known = Reflection.member(Reflection.module("org.apache.spark.internal.config.ConfigEntry"), "knownConfigs");
    return new TreeMap<>((Map<String, Object>) known);
  }

  private static String line(String key, Object entry) throws ReflectiveOperationException {
    ValueType value = ValueType.of(entry);
    return joined("entry", key, value.list ? "list" : value.type, value.unit, defaultOf(entry),
        String.valueOf(orEmpty(Reflection.member(entry, "version"))), String.join(",", flags(key, entry, value)),
        allowed(entry, value));
  }

  /** The choices, or the range of a number. An entry that stands for another one has the range of that. */
  private static String allowed(Object entry, ValueType value) {
    Object fallback = entry.getClass().getSimpleName().startsWith("Fallback") ? Reflection.member(entry, "fallback") : null;
    return value.allowed.isEmpty() ? NumberRange.of(fallback == null ? entry : fallback, value) : String.join(",", value.allowed);
  }

  /** The default as text. Nothing when there is none; `""` when it is the empty text. */
  private static String defaultOf(Object entry) {
    Object text = Reflection.member(entry, "defaultValueString");
    if (text == null || "<undefined>".equals(text)) {
      return "";
    }
    return text.toString().isEmpty() ? "\"\"" : text.toString();
  }

  private static List<String> flags(String key, Object entry, ValueType value) throws ReflectiveOperationException {
    List<String> flags = new ArrayList<>();
    if (Boolean.FALSE.equals(Reflection.member(entry, "isPublic"))) {
      flags.add("internal");
    }
    Object sql = Reflection.module("org.apache.spark.sql.internal.SQLConf");
    if (contains(Reflection.member(sql, "staticConfKeys"), key)) {
      flags.add("static");
    } else if (!key.startsWith("spark.sql.") && isOfSql(sql, key)) {
      flags.add("session"); // sessions set what SQL registers; that its own keys are among them needs no word
    }
    if (!value.allowed.isEmpty() && ignoresCase(entry, value.allowed)) {
      flags.add("ignorecase");
    }
    return flags;
  }

  private static boolean isOfSql(Object sql, String key) throws ReflectiveOperationException {
    return (Boolean) sql.getClass().getMethod("containsConfigKey", String.class).invoke(sql, key);
  }

  private static boolean contains(Object keys, String key) throws ReflectiveOperationException {
    return keys instanceof Set<?> javaSet ? javaSet.contains(key) : Reflection.elements(keys).contains(key);
  }

  /** Whether the entry's own converter takes its choices in the other case too. */
  private static boolean ignoresCase(Object entry, List<String> allowed) {
    for (String choice : allowed) {
      String lower = choice.toLowerCase(Locale.ROOT);
      String other = lower.equals(choice) ? choice.toUpperCase(Locale.ROOT) : lower;
      try {
        Reflection.apply(ValueType.converter(entry), other);
      } catch (ReflectiveOperationException refused) {
        return false;
      }
    }
    return true;
  }

  private static Object orEmpty(Object value) {
    return value == null ? "" : value;
  }

  private static String joined(String... columns) {
    for (int i = 0; i < columns.length; i++) {
      columns[i] = columns[i].replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
    return String.join("\t", columns);
  }
}
