import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks Spark's registered entries which values they take. Arguments: the folder of the jars, which are also the class path, and
 * a file with `key value` lines, separated by a tab. Prints one line for each: `taken`, `refused` or `unknown`.
 */
public final class Values {
  private Values() {}

  @SuppressWarnings("unchecked")
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err); // an object may print while it is initialised
    Definers.initialise(Definers.in(new File(arguments[0])));
    Object known = Reflection.member(Reflection.module("org.apache.spark.internal.config.ConfigEntry"), "knownConfigs");
    Map<String, Object> entries = new TreeMap<>((Map<String, Object>) known);
    List<String> answers = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      String[] setting = line.split("\t", -1);
      answers.add(answer(entries.get(setting[0]), setting[1]));
    }
    out.write((String.join("\n", answers) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    System.exit(0); // some objects start threads
  }

  /** An entry that stands for another one has no converter of its own. */
  private static String answer(Object entry, String value) {
    if (entry == null) {
      return "unknown";
    }
    Object asked = entry.getClass().getSimpleName().startsWith("Fallback") ? Reflection.member(entry, "fallback") : entry;
    if (asked != entry) {
      return answer(asked, value);
    }
    try {
      Reflection.apply(ValueType.converter(entry), value);
      return "taken";
    } catch (Exception refused) {
      return "refused";
    }
  }
}
