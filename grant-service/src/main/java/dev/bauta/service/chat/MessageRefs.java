package dev.bauta.service.chat;

import java.util.List;
import java.util.Optional;

/**
 * The messages one platform has posted for one request. Kept in the database: any instance, at any
 * time, can update them.
 */
public interface MessageRefs {
  Optional<MessageRef> find(String purpose);

  /** In the order they were posted. */
  List<MessageRef> all();

  /** Has committed when it returns. Call it right after the post. */
  void remember(MessageRef ref);
}
