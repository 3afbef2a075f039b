package dev.bauta.service.access;

/** Where the approvers of a service are asked in chat. */
public enum AskIn {
  /** In the approvers' channel, where all of them see what is decided. */
  CHANNEL,
  /** Each of them in a message of their own. */
  DIRECT,
  BOTH
}
