package dev.bauta.agent.core;

import dev.bauta.agent.api.ViewerSources;
import dev.bauta.engine.AddressRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The options that say where principals come from. */
final class PrincipalOptions {

  private final ConfigReader config;

  PrincipalOptions(ConfigReader config) {
    this.config = config;
  }

  PrincipalSettings read() {
    String header = orNull(Option.PRINCIPAL_HEADER);
    List<AddressRange> proxies = proxies();
    if (header != null && config.value(Option.PRINCIPAL_PROXIES).isEmpty()) {
      config.fault(
          Option.PRINCIPAL_HEADER,
          "a header is believed from known proxies only; name them in 'principal.proxies'");
    }
    String user =
        config.oneOf(Option.PRINCIPAL_OS_USER, "true", "false").equals("true")
            ? System.getProperty("user.name")
            : null;
    return new PrincipalSettings(
        new ViewerSources(header, new Proxies(proxies), orNull(Option.PRINCIPAL_MDC_KEY)), user);
  }

  private String orNull(Option option) {
    String value = config.value(option);
    return value.isEmpty() ? null : value;
  }

  private List<AddressRange> proxies() {
    List<AddressRange> ranges = new ArrayList<>();
    if (config.value(Option.PRINCIPAL_PROXIES).isEmpty()) {
      return ranges;
    }
    for (String range : config.value(Option.PRINCIPAL_PROXIES).split("[;,\\s]+")) {
      if (range.isEmpty()) {
        continue;
      }
      try {
        ranges.add(AddressRange.of(range));
      } catch (IllegalArgumentException wrong) {
        config.fault(Option.PRINCIPAL_PROXIES, wrong.getMessage());
      }
    }
    return ranges;
  }

  private record Proxies(List<AddressRange> ranges) implements Predicate<String> {
    @Override
    public boolean test(String address) {
      byte[] bytes = address == null ? null : AddressRange.address(address);
      if (bytes != null) {
        for (AddressRange range : ranges) {
          if (range.holds(bytes)) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
