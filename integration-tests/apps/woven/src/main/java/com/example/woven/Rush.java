package com.example.woven;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.slf4j.LoggerFactory;

/** Many threads use every library for the first time at the same moment. */
public final class Rush {

  private static final int THREADS_EACH = 8;

  private Rush() {}

  /**
   * @param args one text
   */
  public static void main(String[] args) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<FutureTask<String>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS_EACH; i++) {
      tasks.add(begin(start, () -> logged(args[0])));
      tasks.add(begin(start, () -> read(args[0])));
      tasks.add(begin(start, () -> new ObjectMapper().writeValueAsString(Map.of("a", args[0]))));
      tasks.add(begin(start, () -> new Order(1, args[0], "").toString()));
    }
    start.countDown();
    for (FutureTask<String> task : tasks) {
      System.out.println(task.get());
    }
    System.out.println("done");
  }

  private static FutureTask<String> begin(CountDownLatch start, Callable<String> use) {
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              start.await();
              return use.call();
            });
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static String logged(String text) {
    LoggerFactory.getLogger(Rush.class).info("rush {}", text);
    return "logged";
  }

  private static String read(String text) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select '" + text + "'")) {
      row.next();
      return "row " + row.getString(1);
    }
  }
}
