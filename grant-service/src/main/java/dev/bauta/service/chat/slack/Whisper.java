package dev.bauta.service.chat.slack;

import dev.bauta.service.chat.InboxEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one user something that nobody else sees: as the answer to what they did, else in the
 * channel they did it in, else as a direct message. Thread-safe.
 */
final class Whisper {
  private static final Logger LOG = LoggerFactory.getLogger(Whisper.class);
  // as long as Slack takes answers; later nobody knows what it is about
  private static final Duration WORTH_TELLING = Duration.ofMinutes(30);

  private final SlackSettings settings;
  private final SlackApi api;
  private final Clock clock;

  Whisper(SlackSettings settings, SlackApi api, Clock clock) {
    this.settings = settings;
    this.api = api;
    this.clock = clock;
  }

  void say(InboxEntry entry, Task.Say say) throws SlackFault {
    if (entry.receivedAt().plus(WORTH_TELLING).isBefore(clock.instant())) return;
    if (answered(say) || whispered(entry, say)) return;
    api.post(
        "answer",
        api.directChannel(entry.user()),
        null,
        say.text(),
        List.of(Blocks.section(Blocks.marked(say.text()))));
  }

  private boolean answered(Task.Say say) throws SlackFault {
    String url = say.place().responseUrl();
    if (url.isEmpty()) return false;
    if (!api.isAllowed(url)) {
      LOG.warn("an answer's address is not below {}; it is not used", settings.responses());
      return false;
    }
    try {
      api.respond(url, say.text());
      return true;
    } catch (SlackFault e) {
      if (e.isOutage()) throw e;
      return false;
    }
  }

  private boolean whispered(InboxEntry entry, Task.Say say) throws SlackFault {
    if (!say.place().channel().equals(settings.channel())) return false;
    try {
      api.whisper(settings.channel(), entry.user(), say.text());
      return true;
    } catch (SlackFault e) {
      if (e.isOutage()) throw e;
      return false;
    }
  }
}
