package dev.bauta.it.probe;

/** An application that says that it runs. */
public final class HelloProbe {

  private HelloProbe() {}

  /**
   * @param args names of classes to load first
   */
  public static void main(String[] args) throws Exception {
    for (String name : args) {
      Class.forName(name);
    }
    System.out.println("the application runs");
    if (args.length > 0) {
      Thread.sleep(4_000); // long enough for the agent's look after start
    }
  }
}
