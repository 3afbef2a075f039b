package dev.bauta.it.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bauta.annotations.Viewer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads one e-mail address for several people, named by the API. Grace holds a grant, Linus one
 * that is bound to customer 4711.
 */
public final class ViewerProbe {

  private static final String URL = "jdbc:h2:mem:viewer;DB_CLOSE_DELAY=-1";
  private static final Canary CANARY = new Canary("viewer");
  private static final ObjectMapper JSON = new ObjectMapper();

  private ViewerProbe() {}

  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      statement.execute("create table people (email varchar(80))");
      statement.execute("insert into people values ('" + CANARY.email() + "')");
    }
    waitForGrants();
    show("nobody", ViewerProbe::read);
    show("grace", () -> Viewer.call("grace", ViewerProbe::read));
    show("grace, JSON", () -> Viewer.call("grace", ViewerProbe::json));
    show("nobody, JSON", ViewerProbe::json);
    show("after grace", ViewerProbe::read);
    show("linus", () -> Viewer.call("linus", ViewerProbe::read));
    show("linus, 4711", () -> Viewer.call("linus", () -> Viewer.about("4711", ViewerProbe::read)));
    show("linus, 4712", () -> Viewer.call("linus", () -> Viewer.about("4712", ViewerProbe::read)));
    show("nobody, 4711", () -> Viewer.about("4711", ViewerProbe::read));
    show(
        "linus in grace",
        () -> Viewer.call("grace", () -> Viewer.call("linus", ViewerProbe::read)));
    show("back in grace", () -> Viewer.call("grace", ViewerProbe::afterLinus));
    show("nobody in grace", () -> Viewer.call("grace", () -> Viewer.call(null, ViewerProbe::read)));
    show("after a fault", ViewerProbe::afterFault);
    show("other thread", ViewerProbe::inAnotherThread);
    System.out.println("probe done");
  }

  private static void waitForGrants() throws Exception {
    for (int i = 0;
        i < 300 && !Viewer.call("grace", ViewerProbe::read).equals(CANARY.email());
        i++) {
      Thread.sleep(100);
    }
  }

  private static void show(String who, Callable<String> read) throws Exception {
    boolean raw = read.call().contains(CANARY.email());
    System.out.println(who + ": " + (raw ? "raw" : "masked"));
  }

  private static String read() throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select email from people")) {
      row.next();
      return row.getString(1);
    }
  }

  private static String json() throws JsonProcessingException {
    return JSON.writeValueAsString(Map.of("to", CANARY.email()));
  }

  private static String afterLinus() throws Exception {
    Viewer.call("linus", ViewerProbe::read);
    return read();
  }

  private static String afterFault() throws SQLException {
    try {
      Viewer.run(
          "grace",
          () -> {
            throw new IllegalStateException("a fault of the application");
          });
    } catch (IllegalStateException expected) {
      // Grace must be off the thread
    }
    return read();
  }

  private static String inAnotherThread() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Callable<String> read = ViewerProbe::read;
      return pool.submit(read).get();
    } finally {
      pool.shutdown();
    }
  }
}
