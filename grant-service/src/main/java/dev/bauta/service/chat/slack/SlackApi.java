package dev.bauta.service.chat.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.webhook.WebhookResponse;
import dev.bauta.service.chat.MessageRef;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of Slack's Web API that we make. Each waits for its answer, a few seconds at most; a
 * method that Slack wants to rest is not called until then. Thread-safe.
 */
final class SlackApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);
  // five calls tell one change; all of them are through before the worker's claim of 30 s runs out
  private static final int CALL_MILLIS = 5_000;
  // a trigger is good for 3 s: a form that opens later does not open at all
  private static final int OPEN_MILLIS = 2_500;
  private static final Duration USUAL_REST = Duration.ofSeconds(30);

  private final SlackSettings settings;
  private final Clock clock;
  private final Slack slack;
  private final Slack hasty;
  private final MethodsClient client;
  private final MethodsClient opener;
  private final Map<String, Instant> resting = new ConcurrentHashMap<>();
  private final Map<String, String> directChannels = new ConcurrentHashMap<>();

  SlackApi(SlackSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.slack = Slack.getInstance(config(settings, CALL_MILLIS));
    this.hasty = Slack.getInstance(config(settings, OPEN_MILLIS));
    this.client = slack.methods(settings.botToken());
    this.opener = hasty.methods(settings.botToken());
  }

  private static SlackConfig config(SlackSettings settings, int millis) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.api().toString());
    config.setHttpClientCallTimeoutMillis(millis);
    config.setStatsEnabled(false);
    // the stock listener writes whole requests and answers into the debug log
    config.setHttpClientResponseHandlers(List.of());
    // a stand-in or a relay is reached directly
    if (!settings.isSlackItself()) config.setProxyUrl(null);
    return config;
  }

  /**
   * @param thread the time stamp of the message to reply to, or null
   */
  MessageRef post(
      String purpose, String channel, String thread, String text, List<LayoutBlock> blocks)
      throws SlackFault {
    var posted =
        call(
            "chat.postMessage",
            () ->
                client.chatPostMessage(
                    r ->
                        r.channel(channel)
                            .threadTs(thread)
                            .text(text)
                            .blocks(blocks)
                            .unfurlLinks(false)
                            .unfurlMedia(false)));
    return new MessageRef(purpose, posted.getChannel(), posted.getTs());
  }

  void update(MessageRef ref, String text, List<LayoutBlock> blocks) throws SlackFault {
    call(
        "chat.update",
        () ->
            client.chatUpdate(
                r -> r.channel(ref.channel()).ts(ref.ts()).text(text).blocks(blocks)));
  }

  /** Shows a line to one user in a channel. */
  void whisper(String channel, String user, String text) throws SlackFault {
    call(
        "chat.postEphemeral",
        () -> client.chatPostEphemeral(r -> r.channel(channel).user(user).text(text)));
  }

  /** The channel of the direct messages with that user. */
  String directChannel(String user) throws SlackFault {
    String known = directChannels.get(user);
    if (known != null) return known;
    var opened =
        call("conversations.open", () -> client.conversationsOpen(r -> r.users(List.of(user))));
    String channel = opened.getChannel().getId();
    directChannels.put(user, channel);
    return channel;
  }

  /** Where to open a socket; good for one, for a short while. */
  String socketAddress() throws SlackFault {
    String token = settings.appToken().orElseThrow();
    return call("apps.connections.open", () -> slack.methods(token).appsConnectionsOpen(r -> r))
        .getUrl();
  }

  /** Replaces what that user sees on the app's home. */
  void publish(String user, View home) throws SlackFault {
    call("views.publish", () -> client.viewsPublish(r -> r.userId(user).view(home)));
  }

  void open(String trigger, View view) throws SlackFault {
    call("views.open", () -> opener.viewsOpen(r -> r.triggerId(trigger).view(view)));
  }

  /** Whether an answer may be posted there: Slack's own host, whatever the request said. */
  boolean isAllowed(String responseUrl) {
    try {
      URI url = new URI(responseUrl);
      URI allowed = settings.responses();
      return Objects.equals(url.getScheme(), allowed.getScheme())
          && Objects.equals(url.getHost(), allowed.getHost())
          && url.getPort() == allowed.getPort()
          && url.getRawUserInfo() == null
          && url.normalize().getPath().startsWith(allowed.getPath());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * Answers a command or a click, to that user alone.
   *
   * @throws IllegalArgumentException if it is not allowed to post there
   */
  void respond(String responseUrl, String text) throws SlackFault {
    if (!isAllowed(responseUrl))
      throw new IllegalArgumentException("not an address of Slack's answers");
    String payload =
        Task.JSON
            .createObjectNode()
            .put("response_type", "ephemeral")
            .put("replace_original", false)
            .put("text", text)
            .toString();
    try {
      WebhookResponse response = slack.send(responseUrl, payload);
      if (response.getCode() == 429) throw SlackFault.limited("response_url", USUAL_REST);
      if (response.getCode() >= 500)
        throw SlackFault.outage("response_url", "HTTP " + response.getCode());
      if (response.getCode() != 200)
        throw SlackFault.answered("response_url", "HTTP " + response.getCode());
    } catch (IOException e) {
      throw SlackFault.outage("response_url", e.getClass().getSimpleName());
    }
  }

  @FunctionalInterface
  private interface Call<T> {
    T run() throws IOException, SlackApiException;
  }

  private <T extends SlackApiTextResponse> T call(String method, Call<T> call) throws SlackFault {
    rest(method);
    T response;
    try {
      response = call.run();
    } catch (IOException e) {
      throw SlackFault.outage(method, e.getClass().getSimpleName());
    } catch (SlackApiException e) {
      int code = e.getResponse().code();
      if (code != 429) throw SlackFault.outage(method, "HTTP " + code);
      throw limited(method, e.getResponse().header("Retry-After"));
    }
    if (response.isOk()) return response;
    throw SlackFault.answered(method, response.getError());
  }

  private void rest(String method) throws SlackFault {
    Instant until = resting.get(method);
    if (until == null) return;
    Duration left = Duration.between(clock.instant(), until);
    if (!left.isNegative() && !left.isZero()) throw SlackFault.limited(method, left);
    resting.remove(method, until);
  }

  private SlackFault limited(String method, String retryAfter) {
    Duration pause =
        retryAfter != null && retryAfter.matches("[0-9]{1,5}")
            ? Duration.ofSeconds(Math.max(1, Long.parseLong(retryAfter)))
            : USUAL_REST;
    resting.put(method, clock.instant().plus(pause));
    return SlackFault.limited(method, pause);
  }

  @Override
  public void close() {
    closeQuietly(slack);
    closeQuietly(hasty);
  }

  private static void closeQuietly(Slack slack) {
    try {
      slack.close();
    } catch (Exception e) {
      LOG.debug("closing Slack's client: {}", e.getClass().getSimpleName());
    }
  }
}
