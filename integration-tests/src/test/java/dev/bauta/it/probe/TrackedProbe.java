package dev.bauta.it.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.datafaker.Faker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Reads made-up people from its database and tells of them in many ways. A line begins with {@code
 * #way#id#}; the names stand in the database, and are told by {@code names} for comparison.
 */
public final class TrackedProbe {

  private static final Logger LOG = LoggerFactory.getLogger(TrackedProbe.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a service would make of a row, without a mark. */
  public record Dto(int id, String title) {}

  private TrackedProbe() {}

  /** The people, the same ones in every run. */
  public static List<String> names(int count) {
    Faker faker = new Faker(Locale.US, new Random(7));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(faker.name().firstName() + " " + faker.name().lastName());
    }
    return names;
  }

  /** {@code <count>}. */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    ExecutorService other = Executors.newFixedThreadPool(2);
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:people")) {
      fill(connection, count);
      for (int id = 0; id < count; id++) {
        String name = read(connection, id);
        int told = id;
        tell(id, name);
        other.submit(() -> line(40, told, "in another thread " + name)).get();
        other.submit(() -> line(41, told, "there alone " + name.split(" ")[1])).get();
      }
    }
    other.shutdown();
    System.out.println("probe done");
  }

  private static void fill(Connection connection, int count) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table people (id int primary key, full_name varchar(80))");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into people values (?, ?)")) {
      List<String> names = names(count);
      for (int id = 0; id < count; id++) {
        insert.setInt(1, id);
        insert.setString(2, names.get(id));
        insert.execute();
      }
    }
  }

  private static String read(Connection connection, int id) throws Exception {
    try (PreparedStatement select =
        connection.prepareStatement("select full_name from people where id = ?")) {
      select.setInt(1, id);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static void tell(int id, String name) throws Exception {
    String first = name.split(" ")[0];
    String last = name.split(" ")[1];
    LOG.info("#1#{}#{}", id, name);
    line(2, id, "order of " + name + " was shipped");
    line(3, id, name + ": 3 items");
    line(4, id, name.toUpperCase(Locale.ROOT));
    line(5, id, "for " + name.toLowerCase(Locale.ROOT) + ".");
    line(6, id, String.format("%-30s|%5d", name, id));
    line(7, id, new StringBuilder("to ").append(name).append('!').toString());
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("who", name);
    map.put("n", 3);
    line(8, id, map.toString());
    line(9, id, List.of("a", name, "b").toString());
    line(10, id, new Dto(id, name).toString());
    LOG.warn("#11#{}#failed", id, new IllegalStateException("#11#" + id + "#no " + name));
    LOG.warn(
        "#12#{}#failed",
        id,
        new RuntimeException("outer", new IllegalArgumentException("#12#" + id + "#" + name)));
    line(13, id, "/find?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&page=2");
    line(14, id, "GET /people/" + name.replace(" ", "%20") + "/edit 200");
    line(15, id, last + ", " + first);
    line(16, id, "hello " + first);
    line(17, id, "dear Mrs. " + last + ",");
    MDC.put("told", "#19#" + id + "#" + name);
    line(18, id, "with \"" + name + "\" in the context");
    MDC.clear();
    System.out.println("#20#" + id + "#" + JSON.writeValueAsString(new Dto(id, "Ms " + name)));
    line(21, id, "'" + name + "'");
    line(22, id, "customer=" + name + ";state=new");
    line(23, id, "export_" + first + "_" + last + ".csv");
    line(24, id, "login " + first + "." + last + " ok");
    line(25, id, "key " + first + last);
    line(26, id, name + "/" + name);
    line(27, id, new StringJoiner(";").add("1").add(name).add("x").toString());
    line(28, id, "chars " + new String(name.toCharArray()));
    line(29, id, "tree " + JSON.readTree(JSON.writeValueAsBytes(Map.of("a", 1))) + " " + name);
    line(30, id, "<b>" + name + "</b>");
    line(31, id, "(" + last + " " + first + ")");
    line(32, id, "greeting: Hi " + first + "!\nBye " + last);
  }

  private static void line(int way, int id, String text) {
    LOG.info("#" + way + "#" + id + "#" + text);
  }
}
