package dev.bauta.service.chat.slack.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What is in the workspace. All methods hold the lock. */
final class Workspace {
  private static final Duration TRIGGER = Duration.ofSeconds(3);
  private static final Duration RESPONSE = Duration.ofMinutes(30);
  private static final int RESPONSES = 5;

  private record Trigger(String user, Instant until, boolean used) {}

  private record Response(String user, String channel, Instant until, int uses) {}

  private final Map<String, Set<String>> members = new LinkedHashMap<>();
  private final Map<String, String> directChannels = new HashMap<>();
  private final List<Message> messages = new ArrayList<>();
  private final Map<String, JsonNode> homes = new HashMap<>();
  private final Map<String, Modal> modals = new LinkedHashMap<>();
  private final Map<String, Trigger> triggers = new HashMap<>();
  private final Map<String, Response> responses = new HashMap<>();
  private final long started = Instant.now().getEpochSecond();
  private long counter;

  synchronized void channel(String channel, Set<String> users) {
    members.put(channel, new TreeSet<>(users));
  }

  synchronized boolean removeChannel(String channel) {
    return members.remove(channel) != null;
  }

  synchronized boolean hasChannel(String channel) {
    return members.containsKey(channel);
  }

  synchronized boolean isMember(String channel, String user) {
    return members.getOrDefault(channel, Set.of()).contains(user);
  }

  synchronized String direct(String user) {
    return directChannels.computeIfAbsent(
        user,
        u -> {
          String channel = "D0" + u;
          members.put(channel, new TreeSet<>(Set.of(u)));
          return channel;
        });
  }

  synchronized String nextTs() {
    counter++;
    return started + "." + String.format("%06d", counter);
  }

  synchronized Message post(
      String channel, String thread, String seenBy, String text, JsonNode blocks) {
    Message message = new Message(channel, nextTs(), thread, seenBy, text, blocks, 0);
    messages.add(message);
    return message;
  }

  synchronized Optional<Message> message(String channel, String ts) {
    return messages.stream()
        .filter(m -> m.channel().equals(channel) && m.ts().equals(ts) && !m.isEphemeral())
        .findFirst();
  }

  synchronized void update(Message message, String text, JsonNode blocks) {
    messages.replaceAll(
        m ->
            m.channel().equals(message.channel()) && m.ts().equals(message.ts())
                ? m.updated(text, blocks)
                : m);
  }

  synchronized boolean delete(String channel, String ts) {
    return messages.removeIf(m -> m.channel().equals(channel) && m.ts().equals(ts));
  }

  synchronized List<Message> messages(String channel) {
    return messages.stream().filter(m -> m.channel().equals(channel)).toList();
  }

  synchronized String trigger(String user) {
    String id = UUID.randomUUID().toString();
    triggers.put(id, new Trigger(user, Instant.now().plus(TRIGGER), false));
    return id;
  }

  synchronized void expireTriggers() {
    triggers.replaceAll((id, t) -> new Trigger(t.user(), Instant.MIN, t.used()));
  }

  /** The error Slack gives for that trigger, if any. */
  synchronized Optional<String> triggerFault(String id) {
    Trigger trigger = triggers.get(id);
    if (trigger == null) return Optional.of("invalid_trigger_id");
    if (trigger.used()) return Optional.of("exchanged_trigger_id");
    if (!Instant.now().isBefore(trigger.until())) return Optional.of("expired_trigger_id");
    return Optional.empty();
  }

  synchronized Modal open(String trigger, JsonNode view) {
    Trigger used = triggers.get(trigger);
    triggers.put(trigger, new Trigger(used.user(), used.until(), true));
    Modal modal = new Modal("V" + UUID.randomUUID().toString().replace("-", ""), used.user(), view);
    modals.put(modal.id(), modal);
    return modal;
  }

  synchronized void publish(String user, JsonNode view) {
    homes.put(user, view);
  }

  synchronized Optional<JsonNode> home(String user) {
    return Optional.ofNullable(homes.get(user));
  }

  synchronized void closeModal(Modal modal) {
    modals.remove(modal.id());
  }

  synchronized List<Modal> modals(String user) {
    return modals.values().stream().filter(m -> m.user().equals(user)).toList();
  }

  synchronized String response(String user, String channel) {
    String id = UUID.randomUUID().toString();
    responses.put(id, new Response(user, channel, Instant.now().plus(RESPONSE), 0));
    return id;
  }

  /** Posts an answer to a command or click; false when it may no longer be used. */
  synchronized boolean respond(String id, String text, JsonNode blocks) {
    Response response = responses.get(id);
    if (response == null || response.uses() >= RESPONSES || Instant.now().isAfter(response.until()))
      return false;
    responses.put(
        id,
        new Response(response.user(), response.channel(), response.until(), response.uses() + 1));
    post(response.channel(), null, response.user(), text, blocks);
    return true;
  }
}
