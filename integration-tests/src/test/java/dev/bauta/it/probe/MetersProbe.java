package dev.bauta.it.probe;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Logs ten e-mail addresses, then looks for the agent's figures in JMX and in its own registry. */
public final class MetersProbe {

  private static final int LOGGED = 10;

  private MetersProbe() {}

  public static void main(String[] args) throws Exception {
    Metrics.globalRegistry.add(new SimpleMeterRegistry());
    Logger log = Logger.getLogger("probe.meters");
    log.setUseParentHandlers(false);
    log.addHandler(new Silent());
    for (int i = 0; i < LOGGED; i++) {
      log.info("mail to " + new Canary("meters").email());
    }
    double inJmx = 0;
    double inRegistry = 0;
    for (int i = 0; i < 200 && (inJmx < LOGGED || inRegistry < LOGGED); i++) {
      Thread.sleep(100);
      inJmx = jmx();
      inRegistry = registry();
    }
    System.out.println("JMX counts them: " + (inJmx >= LOGGED));
    System.out.println("the application's registry counts them: " + (inRegistry >= LOGGED));
    System.out.println("probe done");
  }

  private static double jmx() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName agent = new ObjectName("dev.bauta:type=Agent");
    double sum = 0;
    try {
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(agent).getAttributes()) {
        if (attribute.getName().startsWith("bauta.masked")) {
          sum += ((Number) server.getAttribute(agent, attribute.getName())).doubleValue();
        }
      }
    } catch (InstanceNotFoundException | AttributeNotFoundException notYet) {
      return 0;
    }
    return sum;
  }

  private static double registry() {
    return Metrics.globalRegistry.find("bauta.masked").functionCounters().stream()
        .mapToDouble(FunctionCounter::count)
        .sum();
  }

  private static final class Silent extends Handler {
    @Override
    public void publish(LogRecord logged) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
