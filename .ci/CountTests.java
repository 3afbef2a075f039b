import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Counts what Surefire and Failsafe ran, and fails on any skipped test: it proves nothing. Only a
 * database server that is not on the machine may be missing, and that is said.
 */
class CountTests {

  private static final String NEEDS_A_SERVER = "MariaDbLeakIT";

  public static void main(String[] arguments) throws Exception {
    int tests = 0;
    int failed = 0;
    List<String> skipped = new ArrayList<>();
    for (Path report : find("TEST-", ".xml")) {
      Element suite =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(report.toFile())
              .getDocumentElement();
      NodeList cases = suite.getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        Element test = (Element) cases.item(i);
        tests++;
        if (test.getElementsByTagName("skipped").getLength() > 0) {
          skipped.add(test.getAttribute("classname") + "." + test.getAttribute("name"));
        } else if (test.getElementsByTagName("failure").getLength() > 0
            || test.getElementsByTagName("error").getLength() > 0) {
          failed++;
        }
      }
    }
    for (Path used : find("jdks-used", ".txt")) {
      System.out.println("forked JVMs ran on: " + Files.readString(used).strip().replace("\n", "; "));
    }
    skipped.forEach(name -> System.out.println("skipped: " + name));
    System.out.printf(
        "%d passed, %d failed, %d skipped%n",
        tests - failed - skipped.size(), failed, skipped.size());
    skipped.removeIf(name -> name.contains(NEEDS_A_SERVER));
    System.exit(tests == 0 || failed > 0 || !skipped.isEmpty() ? 1 : 0);
  }

  private static List<Path> find(String start, String end) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        Path.of("."),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.startsWith(start) && name.endsWith(end) && file.toString().contains("target")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }
}
