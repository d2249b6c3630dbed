import java.io.File;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints which registered keys a session can set, by the rule of Spark's `RuntimeConfig`: those of SQL that are not static. Argument:
 * the folder of the jars, which are also the class path. Prints `key session` or `key launch` lines, separated by a tab.
 */
public final class SessionKeys {
  private SessionKeys() {}

  @SuppressWarnings("unchecked")
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err); // an object may print while it is initialised
    Definers.initialise(Definers.in(new File(arguments[0])));
    Object known = Reflection.member(Reflection.module("org.apache.spark.internal.config.ConfigEntry"), "knownConfigs");
    Object sql = Reflection.module("org.apache.spark.sql.internal.SQLConf");
    for (String key : new TreeMap<>((Map<String, Object>) known).keySet()) {
      boolean isOfSession = asks(sql, "containsConfigKey", key) && !asks(sql, "isStaticConfigKey", key);
      out.println(key + "\t" + (isOfSession ? "session" : "launch"));
    }
    out.flush();
    System.exit(0); // some objects start threads
  }

  private static boolean asks(Object target, String method, String key) throws ReflectiveOperationException {
    return (Boolean) target.getClass().getMethod(method, String.class).invoke(target, key);
  }
}
