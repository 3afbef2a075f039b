package dev.bauta.service.chat.slack;

import dev.bauta.service.chat.DeliveryException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A call of Slack's Web API that did not succeed. The message names method and fault, no more. */
final class SlackFault extends Exception {
  static final String EXPIRED_TRIGGER = "expired_trigger_id";
  static final String EXCHANGED_TRIGGER = "exchanged_trigger_id";
  private static final String RATE_LIMITED = "ratelimited";
  private static final Set<String> PASSING =
      Set.of(
          RATE_LIMITED,
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org");
  private static final Set<String> CHANNEL =
      Set.of(
          "channel_not_found",
          "not_in_channel",
          "is_archived",
          "restricted_action",
          "restricted_action_read_only_channel");
  private static final Set<String> TOKEN =
      Set.of(
          "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "no_permission",
          "missing_scope",
          "org_login_required",
          "ekm_access_denied");

  private final String error;
  private final transient Optional<Duration> pause;
  private final boolean outage;

  private SlackFault(String method, String error, Optional<Duration> pause, boolean outage) {
    super(method + ": " + error);
    this.error = error;
    this.pause = pause;
    this.outage = outage;
  }

  /** Slack answered with {@code ok: false}. */
  static SlackFault answered(String method, String error) {
    return new SlackFault(
        method, error == null ? "no error named" : error, Optional.empty(), false);
  }

  /** Slack wants a pause. */
  static SlackFault limited(String method, Duration pause) {
    return new SlackFault(method, RATE_LIMITED, Optional.of(pause), true);
  }

  /** Slack cannot be reached, or has an error of its own. */
  static SlackFault outage(String method, String what) {
    return new SlackFault(method, what, Optional.empty(), true);
  }

  /** How long Slack wants to be left alone; empty where it does not say. */
  Optional<Duration> rest() {
    return pause;
  }

  boolean is(String code) {
    return error.equals(code);
  }

  /** Whether any other call would fail the same way now. */
  boolean isOutage() {
    return outage || PASSING.contains(error) || TOKEN.contains(error);
  }

  /** Whether it is about the channel: somebody has to put that right in Slack. */
  boolean isAboutChannel() {
    return CHANNEL.contains(error);
  }

  DeliveryException forWorker() {
    if (pause.isPresent()) return DeliveryException.after(pause.get(), getMessage());
    if (isAboutChannel())
      return DeliveryException.later(
          getMessage() + " (check slack.channel, and invite the app into that channel)");
    if (TOKEN.contains(error))
      return DeliveryException.later(
          getMessage() + " (check SLACK_BOT_TOKEN and the app's scopes)");
    if (isOutage()) return DeliveryException.later(getMessage());
    return DeliveryException.never(getMessage());
  }
}
