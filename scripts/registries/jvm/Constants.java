import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints the public constants of option classes, one a line, columns separated by tabs: class, constant, Java type, value.
 * Arguments: names of classes on the class path.
 */
public final class Constants {
  private Constants() {}

  public static void main(String[] names) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err); // a class may print while it is initialised
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      for (Field field : Class.forName(name).getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (!Modifier.isPublic(modifiers) || !Modifier.isStatic(modifiers) || !Modifier.isFinal(modifiers)) {
          continue;
        }
        field.setAccessible(true); // the class itself may be hidden
        Object value = field.get(null);
        if (value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Duration) {
          String deprecated = field.isAnnotationPresent(Deprecated.class) ? "deprecated" : "";
          lines.add(String.join("\t", name, field.getName(), value.getClass().getSimpleName(), deprecated, escaped(value)));
        }
      }
    }
    out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    System.exit(0); // some classes start threads
  }

  private static String escaped(Object value) {
    return value.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }
}
