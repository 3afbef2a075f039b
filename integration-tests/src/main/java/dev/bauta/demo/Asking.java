package dev.bauta.demo;

/** How people ask and decide: through the service's REST API or in Slack. */
interface Asking {

  /** Grace asks; returns the request's id. */
  String ask();

  /** Grace tries to approve her own request and is refused. */
  void refusedToHerself(String request);

  /** Ada approves; returns when, by {@link System#nanoTime()}. */
  long approve(String request);

  /** Ada ends the window before its time; returns when. */
  long revoke(String request);
}
