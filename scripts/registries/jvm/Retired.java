import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spark's own tables of old keys, as rows `key, deprecated|removed, version, successor, comment`. */
final class Retired {
  private Retired() {}

  static List<String[]> rows() throws ReflectiveOperationException {
    List<String[]> rows = new ArrayList<>();
    Object core = Reflection.module("org.apache.spark.SparkConf");
    Object sql = Reflection.module("org.apache.spark.sql.internal.SQLConf");
    for (Object pair : Reflection.elements(Reflection.member(core, "configsWithAlternatives"))) {
      String successor = text(pair, "_1");
      for (Object old : Reflection.elements(Reflection.member(pair, "_2"))) {
        rows.add(new String[] {text(old, "key"), "deprecated", text(old, "version"), successor, ""});
      }
    }
    collect(core, "deprecatedConfigs", "deprecated", "deprecationMessage", rows);
    collect(sql, "deprecatedSQLConfigs", "deprecated", "comment", rows);
    collect(sql, "removedSQLConfigs", "removed", "comment", rows);
    return rows;
  }

  /** Old names that entries still read (`withAlternative`). */
  static List<String[]> alternatives(Map<String, Object> entries) throws ReflectiveOperationException {
    List<String[]> rows = new ArrayList<>();
    for (Map.Entry<String, Object> each : entries.entrySet()) {
      for (Object old : Reflection.elements(Reflection.member(each.getValue(), "alternatives"))) {
        rows.add(new String[] {old.toString(), "deprecated", "", each.getKey(), ""});
      }
    }
    return rows;
  }

  private static void collect(Object owner, String table, String kind, String comment, List<String[]> rows)
      throws ReflectiveOperationException {
    Object pairs = Reflection.member(owner, table);
    if (pairs == null) {
      throw new IllegalStateException(owner.getClass().getName() + " has no " + table);
    }
    for (Object pair : Reflection.elements(pairs)) {
      Object old = Reflection.member(pair, "_2");
      rows.add(new String[] {text(pair, "_1"), kind, text(old, "version"), "", text(old, comment)});
    }
  }

  private static String text(Object target, String name) {
    Object value = Reflection.member(target, name);
    return value == null ? "" : value.toString();
  }
}
