package dev.bauta.service.chat.slack;

import dev.bauta.service.access.Policy;
import dev.bauta.service.access.ServicePolicy;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line with masked values says about itself: which service wrote it, which data types are
 * masked in it, and whom it is about. A guess, to fill a form with; nothing is decided by it.
 */
final class MaskedLine {
  private static final int LONGEST = 10_000;
  private static final Map<String, Pattern> SHAPES = new LinkedHashMap<>();

  static {
    SHAPES.put("email", Pattern.compile("\\*\\*@[\\w.-]+\\.\\w"));
    SHAPES.put("us-ssn", Pattern.compile("\\*{3}-\\*{2}-\\d{4}"));
    SHAPES.put("payment-card", Pattern.compile("\\*{4}[ -]?\\*{4}[ -]?\\*{4}[ -]?\\d{4}"));
    SHAPES.put("phone", Pattern.compile("\\+\\*{2}[ *()-]{4,20}\\d{2}"));
    SHAPES.put("iban", Pattern.compile("\\b[A-Z]{2}\\*\\*[ *]{8,40}\\d{2}"));
    SHAPES.put("ipv4", Pattern.compile("\\b\\d{1,3}\\.\\*\\.\\*\\.\\*"));
  }

  // a value with nothing left of it is printed as its type: [NAME], [DATE-OF-BIRTH]
  private static final Pattern LABEL = Pattern.compile("\\[([A-Z][A-Z-]{1,40})]");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?i)\\b(?:trace|customer)(?:[_-]?id)?[\"']?\\s?[=:]\\s?[\"']?([a-z0-9-]{4,64})\\b");

  private MaskedLine() {}

  static Prefill guess(String text, Policy policy) {
    String line = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    Optional<ServicePolicy> service = service(line, policy);
    Set<String> known = new TreeSet<>();
    if (service.isPresent()) known.addAll(service.get().types());
    else policy.services().values().forEach(s -> known.addAll(s.types()));
    Set<String> types = types(line);
    types.retainAll(known);
    Matcher subject = SUBJECT.matcher(line);
    return new Prefill(
        service.map(ServicePolicy::name).orElse(""),
        types.stream().toList(),
        subject.find() ? subject.group(1) : "");
  }

  /** The longest name that stands in it as a word. */
  private static Optional<ServicePolicy> service(String line, Policy policy) {
    return policy.services().values().stream()
        .filter(
            s ->
                Pattern.compile("(?<![\\w-])" + Pattern.quote(s.name()) + "(?![\\w-])")
                    .matcher(line)
                    .find())
        .max(Comparator.comparingInt(s -> s.name().length()));
  }

  private static Set<String> types(String line) {
    Set<String> types = new TreeSet<>();
    SHAPES.forEach(
        (type, shape) -> {
          if (shape.matcher(line).find()) types.add(type);
        });
    LABEL
        .matcher(line)
        .results()
        .forEach(label -> types.add(label.group(1).toLowerCase(Locale.ROOT)));
    return types;
  }
}
