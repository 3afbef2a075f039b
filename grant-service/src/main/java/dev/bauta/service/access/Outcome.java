package dev.bauta.service.access;

/** Whether what an audit event tells was done or refused. */
public enum Outcome {
  DONE,
  REFUSED
}
