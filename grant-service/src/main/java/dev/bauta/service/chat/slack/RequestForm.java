package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.access.ServicePolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The form behind {@code /unmask}: made from the policy in memory, so that it opens without asking
 * anybody. Its blocks are named after the fields of a {@link Fault}.
 */
final class RequestForm {
  private static final int LONGEST_LINE = 255;
  private static final int LONGEST_REASON = 1000;
  private static final int USUAL_MINUTES = 15;
  private static final List<Integer> MINUTES = List.of(5, 10, 15, 30, 60, 120, 240, 480, 1440);
  private static final Map<String, String> SINK_NAMES =
      Map.of("jdbc", "Rows read from a database (jdbc)", "json", "JSON answers (json)");

  private final PolicyInForce policy;

  RequestForm(PolicyInForce policy) {
    this.policy = policy;
  }

  /**
   * @param prefill the name of a service in it narrows the form to that
   */
  View view(Prefill prefill) {
    Policy now = policy.get();
    Collection<ServicePolicy> services =
        now.service(prefill.service())
            .<Collection<ServicePolicy>>map(List::of)
            .orElse(now.services().values());
    return View.builder()
        .type("modal")
        .callbackId(Ids.REQUEST_FORM)
        .title(ViewTitle.builder().type("plain_text").text("Ask to unmask").build())
        .submit(ViewSubmit.builder().type("plain_text").text("Ask").build())
        .close(ViewClose.builder().type("plain_text").text("Close").build())
        .blocks(blocks(services, now.reasonLength(), prefill))
        .build();
  }

  private static List<LayoutBlock> blocks(
      Collection<ServicePolicy> services, int reasonLength, Prefill prefill) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Blocks.input("service", "Service", Choices.one(all(services, s -> List.of(s.name())))));
    blocks.add(
        Blocks.input(
            "environment", "Environment", Choices.one(all(services, ServicePolicy::environments))));
    blocks.add(
        Blocks.input(
            "sinks", "Where", Choices.several(labelled(all(services, ServicePolicy::sinks)))));
    blocks.add(
        Blocks.input(
            "types",
            "Data types",
            Choices.several(all(services, ServicePolicy::types), prefill.types())));
    blocks.add(
        Blocks.optional(
            "subject",
            "One customer or trace",
            "An id. Empty: every customer.",
            Blocks.line(LONGEST_LINE, prefill.subject())));
    blocks.add(
        Blocks.optional(
            "fields",
            "Fields",
            "Columns or JSON properties, with commas. Empty: every field of the types.",
            Blocks.line(LONGEST_LINE)));
    blocks.add(
        Blocks.input("minutes", "For how long", Choices.one(durations(services), usual(services))));
    blocks.add(
        Blocks.input(
            "reason",
            "Why (approvers and auditors read this; no personal data)",
            Blocks.lines(reasonLength, LONGEST_REASON)));
    blocks.add(Blocks.optional("ticket", "Ticket", "If there is one.", Blocks.line(LONGEST_LINE)));
    return blocks;
  }

  private static Map<String, String> all(
      Collection<ServicePolicy> services, Function<ServicePolicy, Collection<String>> part) {
    Map<String, String> choices = new TreeMap<>();
    services.forEach(s -> part.apply(s).forEach(name -> choices.put(name, name)));
    return choices;
  }

  private static Map<String, String> labelled(Map<String, String> sinks) {
    sinks.replaceAll((sink, label) -> SINK_NAMES.getOrDefault(sink, label));
    return sinks;
  }

  private static Map<String, String> durations(Collection<ServicePolicy> services) {
    return durations(longest(services));
  }

  /** Up to that many minutes, and that many. */
  static Map<String, String> durations(int longest) {
    Map<String, String> choices = new LinkedHashMap<>();
    minutes(longest).forEach(m -> choices.put(Integer.toString(m), m + " minutes"));
    return choices;
  }

  private static String usual(Collection<ServicePolicy> services) {
    SortedSet<Integer> minutes = minutes(longest(services));
    SortedSet<Integer> upToUsual = minutes.headSet(USUAL_MINUTES + 1);
    return Integer.toString(upToUsual.isEmpty() ? minutes.first() : upToUsual.last());
  }

  private static int longest(Collection<ServicePolicy> services) {
    return services.stream()
        .mapToInt(s -> Math.toIntExact(s.longest().toMinutes()))
        .max()
        .orElse(USUAL_MINUTES);
  }

  private static SortedSet<Integer> minutes(int longest) {
    SortedSet<Integer> minutes = new TreeSet<>(new TreeSet<>(MINUTES).headSet(longest));
    minutes.add(longest);
    return minutes;
  }

  /**
   * What was filled in.
   *
   * @param faults takes what could not be read
   * @throws MalformedException if it is not this form
   */
  static FilledForm read(JsonNode values, List<Fault> faults) {
    return new FilledForm(
        chosen(values, "service"),
        chosen(values, "environment"),
        severalChosen(values, "sinks"),
        severalChosen(values, "types"),
        fields(written(values, "fields"), faults),
        blankAsNull(written(values, "subject")),
        written(values, "reason"),
        number(chosen(values, "minutes")),
        blankAsNull(written(values, "ticket")));
  }

  private static List<String> fields(String written, List<Fault> faults) {
    if (written.isBlank() || written.strip().equals("*")) return List.of();
    List<String> names =
        Arrays.stream(written.split("[,;\\s]+")).filter(n -> !n.isEmpty()).distinct().toList();
    // no names is not every name: only an empty field means that
    if (names.isEmpty()) faults.add(new Fault("fields", "No field named."));
    return names;
  }

  static String chosen(JsonNode values, String block) {
    return element(values, block).path("selected_option").path("value").asText("");
  }

  static List<String> severalChosen(JsonNode values, String block) {
    List<String> chosen = new ArrayList<>();
    element(values, block)
        .path("selected_options")
        .forEach(o -> chosen.add(o.path("value").asText("")));
    return chosen.stream().distinct().toList();
  }

  private static String written(JsonNode values, String block) {
    return element(values, block).path("value").asText("");
  }

  private static JsonNode element(JsonNode values, String block) {
    JsonNode element = values.path(block).path(Ids.VALUE);
    if (!element.isObject()) throw new MalformedException();
    return element;
  }

  static int number(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }

  private static String blankAsNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
