package dev.bauta.service.chat.slack;

/** A signed request that is not what Slack sends. Says nothing of its content. */
final class MalformedException extends RuntimeException {
  MalformedException() {
    super("not what Slack sends", null, false, false);
  }
}
