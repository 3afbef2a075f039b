package dev.bauta.agent.core;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.ObjectName;

/** The agent's meters as one MBean, {@value #NAME}: an attribute a meter, and the status. */
final class JmxMeters implements Meters, DynamicMBean {

  static final String NAME = "dev.bauta:type=Agent";
  private static final String STATUS = "status";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SinkStatus status;

  private JmxMeters(SinkStatus status) {
    this.status = status;
  }

  /** Registers the MBean, or gives null where the platform refuses. */
  static Meters register(SinkStatus status) {
    try {
      JmxMeters meters = new JmxMeters(status);
      ManagementFactory.getPlatformMBeanServer().registerMBean(meters, new ObjectName(NAME));
      return meters;
    } catch (JMException | SecurityException refused) {
      return null;
    }
  }

  @Override
  public <T> void counter(
      String name, String doc, T source, ToDoubleFunction<T> value, String... tags) {
    FunctionCounter.builder(name, source, value).tags(tags).description(doc).register(registry);
  }

  @Override
  public <T> void gauge(
      String name, String doc, T source, ToDoubleFunction<T> value, String... tags) {
    Gauge.builder(name, source, value)
        .tags(tags)
        .description(doc)
        .strongReference(true)
        .register(registry);
  }

  @Override
  public Object getAttribute(String attribute) throws AttributeNotFoundException {
    if (attribute.equals(STATUS)) {
      return statusLines();
    }
    Meter meter = meters().get(attribute);
    if (meter == null) {
      throw new AttributeNotFoundException(attribute);
    }
    return meter.measure().iterator().next().getValue();
  }

  @Override
  public AttributeList getAttributes(String[] attributes) {
    AttributeList values = new AttributeList();
    for (String attribute : attributes) {
      try {
        values.add(new Attribute(attribute, getAttribute(attribute)));
      } catch (AttributeNotFoundException absent) {
        continue; // as the interface asks: what is not there is left out
      }
    }
    return values;
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    List<MBeanAttributeInfo> attributes = new ArrayList<>();
    attributes.add(
        new MBeanAttributeInfo(
            STATUS, String[].class.getName(), "What is protected", true, false, false));
    meters()
        .forEach(
            (name, meter) ->
                attributes.add(
                    new MBeanAttributeInfo(
                        name, "double", meter.getId().getDescription(), true, false, false)));
    return new MBeanInfo(
        JmxMeters.class.getName(),
        "Bauta agent",
        attributes.toArray(new MBeanAttributeInfo[0]),
        null,
        null,
        null);
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException(attribute.getName() + " is read-only");
  }

  @Override
  public AttributeList setAttributes(AttributeList attributes) {
    return new AttributeList();
  }

  @Override
  public Object invoke(String action, Object[] parameters, String[] signature) {
    throw new UnsupportedOperationException("there are no operations");
  }

  private String[] statusLines() {
    List<String> lines = new ArrayList<>();
    for (SinkStatus.Line line : status.lines()) {
      lines.add(
          line.sink()
              + " "
              + line.library()
              + " "
              + line.state()
              + " "
              + line.mode().id()
              + " "
              + line.detail());
    }
    return lines.toArray(new String[0]);
  }

  private Map<String, Meter> meters() {
    Map<String, Meter> byName = new TreeMap<>();
    for (Meter meter : registry.getMeters()) {
      StringBuilder name = new StringBuilder(meter.getId().getName());
      for (Tag tag : meter.getId().getTags()) {
        name.append('.').append(tag.getValue());
      }
      byName.put(name.toString(), meter);
    }
    return byName;
  }
}
