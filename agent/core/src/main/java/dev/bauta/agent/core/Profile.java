package dev.bauta.agent.core;

/** Sensible modes for a kind of application; each can still be set by itself. */
final class Profile {

  static final String KNOWN = "console, service or observe";

  private static final String SERVICE = "service";
  private static final String OBSERVE = "observe";
  private static final String CONSOLE = "console";

  private Profile() {}

  static boolean isKnown(String profile) {
    return profile.equals(CONSOLE) || profile.equals(SERVICE) || profile.equals(OBSERVE);
  }

  /** What an option is that is not set. */
  static String defaultOf(String profile, Option option) {
    if (profile.equals(SERVICE) && option == Option.SINK_JDBC) {
      return "track";
    }
    boolean sink =
        option == Option.SINK_LOG || option == Option.SINK_JDBC || option == Option.SINK_JSON;
    return profile.equals(OBSERVE) && sink ? OBSERVE : option.defaultValue();
  }
}
