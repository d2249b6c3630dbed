import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Finds the Scala objects that build configuration entries: an entry is registered only once its object is initialised. */
final class Definers {
  private static final String BUILDER = "org/apache/spark/internal/config/ConfigBuilder";

  private Definers() {}

  /** Class names, sorted, of the singletons in Spark's own jars of a folder that refer to the entry builder. */
  static Set<String> in(File folder) throws IOException {
    Set<String> found = new TreeSet<>();
    for (File file : folder.listFiles()) {
      if (file.getName().startsWith("spark-") && file.getName().endsWith(".jar")) {
        collect(file, found);
      }
    }
    return found;
  }

  private static void collect(File file, Set<String> found) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        String name = entry.getName();
        if (!name.endsWith("$.class") || name.startsWith("META-INF/") || name.contains("sparkproject")) {
          continue;
        }
        if (texts(jar.getInputStream(entry).readAllBytes()).contains(BUILDER)) {
          found.add(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
        }
      }
    }
  }

  /** The texts of a class file's constant pool, where the names of referred classes stand. */
  private static Set<String> texts(byte[] bytes) throws IOException {
    Set<String> found = new HashSet<>();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.skipNBytes(8); // magic and version
    int count = in.readUnsignedShort();
    for (int index = 1; index < count; index++) {
      switch (in.readUnsignedByte()) {
        case 1 -> found.add(in.readUTF());
        case 5, 6 -> {
          in.skipNBytes(8);
          index++; // a long or double takes two places
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> in.skipNBytes(4);
      }
    }
    return found;
  }

  /** Initialises the objects and says which could not be. */
  static List<String> initialise(Set<String> names) {
    List<String> failures = new ArrayList<>();
    for (String name : names) {
      try {
        Class.forName(name, true, Definers.class.getClassLoader());
      } catch (Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
          cause = cause.getCause();
        }
        failures.add(name + ": " + cause);
      }
    }
    return failures;
  }
}
