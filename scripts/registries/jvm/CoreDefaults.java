import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Prints the properties of Hadoop's core-default.xml on the class path, one a line: name, tab, value in one line. */
public final class CoreDefaults {
  private CoreDefaults() {}

  public static void main(String[] arguments) throws Exception {
    List<String> lines = new ArrayList<>();
    try (InputStream in = CoreDefaults.class.getResourceAsStream("/core-default.xml")) {
      NodeList properties =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getElementsByTagName("property");
      for (int i = 0; i < properties.getLength(); i++) {
        Element property = (Element) properties.item(i);
        lines.add(text(property, "name") + "\t" + text(property, "value"));
      }
    }
    System.out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static String text(Element property, String name) {
    NodeList found = property.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().trim().replaceAll("\\s+", " ");
  }
}
