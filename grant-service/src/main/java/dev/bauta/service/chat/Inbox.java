package dev.bauta.service.chat;

import java.time.Instant;

/**
 * What came in from chat and is not to be lost. Both methods have committed when they return.
 * Thread-safe.
 */
public interface Inbox {
  /**
   * Stores the entry for {@link ChatPlatform#handle}. When this throws, nothing was stored: answer
   * with an error, not with an acknowledgement.
   *
   * @return false when an entry with the same platform, team, user, action time and action id is
   *     there already
   */
  boolean accept(InboxEntry entry);

  /**
   * Remembers a key, such as a request's signature, against replays.
   *
   * @return false when the key is remembered already
   */
  boolean firstSeen(String key, Instant forgetAfter);
}
