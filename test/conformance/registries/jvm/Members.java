import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints the keys behind members of the objects that define configuration. Argument: a file with `object member` lines, separated by
 * a tab. Prints the key (or the beginning of keys) of each; an empty line when the member holds none.
 */
public final class Members {
  private Members() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err);
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] member = line.split("\t");
      Object found = Reflection.member(Reflection.module(member[0]), member[1]);
      Object key = found == null || found instanceof String ? found : Reflection.member(found, "key");
      out.println(key instanceof String text && text.startsWith("spark.") ? text : "");
    }
    out.flush();
    System.exit(0);
  }
}
