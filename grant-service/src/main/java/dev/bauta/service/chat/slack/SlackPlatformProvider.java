package dev.bauta.service.chat.slack;

import dev.bauta.service.chat.ChatPlatform;
import dev.bauta.service.chat.ChatPlatformProvider;
import dev.bauta.service.chat.ChatServices;
import dev.bauta.service.chat.ChatSettings;
import java.util.Optional;
import java.util.Set;

/** Connects the service to Slack when the section {@code slack:} or its secrets are there. */
public final class SlackPlatformProvider implements ChatPlatformProvider {
  @Override
  public String name() {
    return SlackPlatform.NAME;
  }

  @Override
  public Set<String> keys() {
    return SlackSettings.KEYS;
  }

  @Override
  public Optional<ChatPlatform> create(ChatServices services, ChatSettings settings) {
    return SlackSettings.read(settings)
        .map(checked -> new SlackPlatform(checked, services, PersonalData::hidden));
  }
}
