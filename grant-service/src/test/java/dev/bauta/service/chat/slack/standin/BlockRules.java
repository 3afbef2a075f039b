package dev.bauta.service.chat.slack.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What Slack refuses in Block Kit, as its reference documents it. Collects every fault. */
public final class BlockRules {
  private static final Pattern MARKUP =
      Pattern.compile("<(?:[@#!][^<>]+|https?://[^<>]+|mailto:[^<>]+)>");
  private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt);");

  private final List<String> faults = new ArrayList<>();
  private final Set<String> blockIds = new HashSet<>();

  private BlockRules() {}

  public static List<String> ofMessage(JsonNode blocks) {
    BlockRules rules = new BlockRules();
    rules.check(
        blocks.isArray() && blocks.size() <= 50, "a message has an array of at most 50 blocks");
    blocks.forEach(block -> rules.block(block, false));
    return rules.faults;
  }

  public static List<String> ofView(JsonNode view) {
    BlockRules rules = new BlockRules();
    rules.check(view.path("type").asText().equals("modal"), "view.type is modal");
    rules.text(view.path("title"), "view.title", 24, true);
    rules.text(view.path("submit"), "view.submit", 24, true);
    if (view.has("close")) rules.text(view.path("close"), "view.close", 24, true);
    rules.check(view.path("callback_id").asText().length() <= 255, "callback_id is too long");
    rules.check(
        view.path("private_metadata").asText("").length() <= 3000, "private_metadata is too long");
    rules.check(
        view.path("blocks").isArray()
            && view.path("blocks").size() <= 100
            && !view.path("blocks").isEmpty(),
        "a view has 1 to 100 blocks");
    rules.check(
        view.toString().getBytes(StandardCharsets.UTF_8).length <= 250_000,
        "the view is over 250 KB");
    view.path("blocks").forEach(block -> rules.block(block, true));
    return rules.faults;
  }

  public static List<String> ofHome(JsonNode view) {
    BlockRules rules = new BlockRules();
    rules.check(view.path("type").asText().equals("home"), "view.type is home");
    rules.check(!view.has("submit") && !view.has("title"), "a home has neither title nor submit");
    rules.check(
        view.path("blocks").isArray()
            && view.path("blocks").size() <= 100
            && !view.path("blocks").isEmpty(),
        "a view has 1 to 100 blocks");
    view.path("blocks").forEach(block -> rules.block(block, true));
    return rules.faults;
  }

  private void block(JsonNode block, boolean inView) {
    String id = block.path("block_id").asText("");
    check(
        id.length() <= 255 && (id.isEmpty() || blockIds.add(id)),
        "block_id " + id + " twice or too long");
    switch (block.path("type").asText()) {
      case "section" -> section(block);
      case "header" -> text(block.path("text"), "header", 150, true);
      case "context" -> {
        check(
            block.path("elements").size() >= 1 && block.path("elements").size() <= 10,
            "context has 1 to 10 elements");
        block.path("elements").forEach(e -> text(e, "context", 3000, false));
      }
      case "actions" -> {
        check(
            block.path("elements").size() >= 1 && block.path("elements").size() <= 25,
            "actions has 1 to 25 elements");
        Set<String> ids = new HashSet<>();
        block
            .path("elements")
            .forEach(e -> check(ids.add(e.path("action_id").asText()), "action_id twice"));
        block.path("elements").forEach(this::element);
      }
      case "input" -> {
        check(inView, "input blocks are for views");
        text(block.path("label"), "label", 2000, true);
        if (block.has("hint")) text(block.path("hint"), "hint", 2000, true);
        element(block.path("element"));
      }
      case "divider" -> {}
      default -> faults.add("unknown block type " + block.path("type"));
    }
  }

  private void section(JsonNode block) {
    check(block.has("text") || block.has("fields"), "a section has text or fields");
    if (block.has("text")) text(block.path("text"), "section", 3000, false);
    check(block.path("fields").size() <= 10, "a section has at most 10 fields");
    block.path("fields").forEach(f -> text(f, "field", 2000, false));
  }

  private void element(JsonNode element) {
    String id = element.path("action_id").asText("");
    check(!id.isEmpty() && id.length() <= 255, "action_id missing or too long");
    switch (element.path("type").asText()) {
      case "button" -> {
        text(element.path("text"), "button", 75, true);
        check(element.path("value").asText("").length() <= 2000, "a button's value is too long");
        check(
            !element.has("style")
                || Set.of("primary", "danger").contains(element.path("style").asText()),
            "unknown style of a button");
      }
      case "plain_text_input" -> {
        int min = element.path("min_length").asInt(0);
        int max = element.path("max_length").asInt(3000);
        check(
            element.path("initial_value").asText("").length() <= max, "an initial value too long");
        check(
            min >= 0 && min <= 3000 && max >= 1 && max <= 3000 && min <= max,
            "lengths of an input");
      }
      case "static_select", "multi_static_select" -> menu(element);
      case "checkboxes" -> {
        check(element.path("options").size() <= 10, "at most 10 checkboxes");
        menu(element);
      }
      default -> faults.add("unknown element " + element.path("type"));
    }
  }

  private void menu(JsonNode menu) {
    check(menu.has("options") != menu.has("option_groups"), "a menu has options or option_groups");
    Set<String> values = new HashSet<>();
    if (menu.has("options")) options(menu.path("options"), values);
    check(menu.path("option_groups").size() <= 100, "at most 100 groups");
    for (JsonNode group : menu.path("option_groups")) {
      text(group.path("label"), "group", 75, true);
      options(group.path("options"), values);
    }
    List<JsonNode> initial = new ArrayList<>();
    if (menu.has("initial_option")) initial.add(menu.path("initial_option"));
    menu.path("initial_options").forEach(initial::add);
    initial.forEach(
        o ->
            check(
                values.contains(o.path("value").asText()),
                "an initial option that is not offered"));
  }

  private void options(JsonNode options, Set<String> values) {
    check(options.size() >= 1 && options.size() <= 100, "a menu has 1 to 100 options");
    for (JsonNode option : options) {
      text(option.path("text"), "option", 75, false);
      String value = option.path("value").asText("");
      check(!value.isEmpty() && value.length() <= 150, "an option's value is missing or too long");
      check(values.add(value), "the same option twice");
    }
  }

  private void text(JsonNode text, String where, int longest, boolean plain) {
    String type = text.path("type").asText();
    String content = text.path("text").asText("");
    check(
        type.equals("plain_text") || (!plain && type.equals("mrkdwn")),
        where + " has type " + type);
    check(
        !content.isEmpty() && content.length() <= longest,
        where + " has " + content.length() + " characters");
    escaped(content, where, type.equals("mrkdwn"));
  }

  /** Whether all that could be markup is markup Slack knows. */
  void escaped(String content, String where, boolean markup) {
    String rest = markup ? MARKUP.matcher(content).replaceAll("") : content;
    rest = ENTITY.matcher(rest).replaceAll("");
    check(
        rest.indexOf('<') < 0 && rest.indexOf('>') < 0 && rest.indexOf('&') < 0,
        where + " is not escaped");
  }

  public static List<String> ofText(String text) {
    BlockRules rules = new BlockRules();
    rules.check(text.length() <= 40_000, "msg_too_long");
    rules.escaped(text, "text", true);
    return rules.faults;
  }

  private void check(boolean holds, String fault) {
    if (!holds) faults.add(fault);
  }
}
