import java.io.Reader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Reads properties files as Java does and as Spark does. Arguments: the files. Prints `file reader key value` lines, separated by
 * tabs; reader is `java` or `spark`, key and value are UTF-8 in Base64.
 */
public final class PropertiesFiles {
  private PropertiesFiles() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    Object utils = Reflection.module("org.apache.spark.util.Utils");
    for (String file : arguments) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(Path.of(file))) {
        properties.load(reader);
      }
      for (String key : properties.stringPropertyNames()) {
        print(out, file, "java", key, properties.getProperty(key));
      }
      Object read = utils.getClass().getMethod("getPropertiesFromFile", String.class).invoke(utils, file);
      Map<String, String> settings = new TreeMap<>();
      for (Object pair : Reflection.elements(read)) {
        settings.put((String) Reflection.member(pair, "_1"), (String) Reflection.member(pair, "_2"));
      }
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        print(out, file, "spark", setting.getKey(), setting.getValue());
      }
    }
    out.flush();
  }

  private static void print(PrintStream out, String file, String reader, String key, String value) {
    out.println(String.join("\t", file, reader, encoded(key), encoded(value)));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
