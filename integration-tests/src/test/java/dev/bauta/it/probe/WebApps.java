package dev.bauta.it.probe;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;

/**
 * A server that runs exploded web applications, each in a class loader of its own, until standard
 * input ends. {@code down /path} takes one down and says whether its classes were let go.
 */
abstract class WebApps {

  static final String READY = "ready: http://127.0.0.1:";
  private static final long LONGEST_NANOS = 30_000_000_000L;

  private final Map<String, WeakReference<ClassLoader>> loaders = new LinkedHashMap<>();

  abstract void deploy(String path, Path folder) throws Exception;

  /** Starts the server with its applications and gives its port. */
  abstract int start() throws Exception;

  abstract void undeploy(String path) throws Exception;

  /** The class loader of a running application. */
  abstract ClassLoader loader(String path);

  /**
   * @param args applications as {@code /path=folder}
   */
  void run(String... args) throws Exception {
    for (String arg : args) {
      int equals = arg.indexOf('=');
      deploy(arg.substring(0, equals), Path.of(arg.substring(equals + 1)));
    }
    int port = start();
    for (String arg : args) {
      String path = arg.substring(0, arg.indexOf('='));
      loaders.put(path, new WeakReference<>(loader(path)));
    }
    System.out.println(READY + port);
    Scanner commands = new Scanner(System.in);
    while (commands.hasNextLine()) {
      String path = commands.nextLine().substring("down ".length());
      undeploy(path);
      System.out.println("let go " + path + ": " + isCollected(loaders.get(path)));
    }
    System.exit(0);
  }

  private static boolean isCollected(WeakReference<ClassLoader> loader)
      throws InterruptedException {
    long end = System.nanoTime() + LONGEST_NANOS;
    while (loader.get() != null && System.nanoTime() < end) {
      System.gc();
      Thread.sleep(200);
    }
    return loader.get() == null;
  }
}
