package dev.bauta.it.probe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/** Felix with one bundle, whose main method is called. Packages are delegated as OSGi says. */
public final class FelixProbe {

  private FelixProbe() {}

  /**
   * @param args the bundle and its main class
   */
  public static void main(String[] args) throws Exception {
    String storage = Files.createTempDirectory("felix").toString();
    Framework felix =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    "org.osgi.framework.storage",
                    storage,
                    "org.osgi.framework.storage.clean",
                    "onFirstInit"));
    felix.start();
    Bundle bundle = felix.getBundleContext().installBundle(Path.of(args[0]).toUri().toString());
    bundle.start();
    Class<?> main = bundle.loadClass(args[1]);
    Thread.currentThread().setContextClassLoader(main.getClassLoader());
    main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    felix.stop();
    felix.waitForStop(10_000);
  }
}
