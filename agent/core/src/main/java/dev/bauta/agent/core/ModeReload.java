package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.engine.RuleFile;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Takes the modes of a changed file into use. A sink that was off at start has no hooks. */
final class ModeReload {

  private final SinkModes modes;
  private final Modes atStart;
  private final Set<Sink> settled;
  private final SinkStatus status;

  /**
   * @param settled the sinks whose mode is set elsewhere, which goes before the file
   */
  ModeReload(SinkModes modes, Set<Sink> settled, SinkStatus status) {
    this.modes = modes;
    this.atStart = modes.current();
    this.settled = settled;
    this.status = status;
  }

  private static String unset(Map<String, RuleFile.Option> options, Option option) {
    RuleFile.Option profile = options.get(Option.PROFILE.key());
    return profile == null ? option.defaultValue() : Profile.defaultOf(profile.value(), option);
  }

  void take(Map<String, RuleFile.Option> options, Consumer<String> say) {
    Modes changed = modes.current();
    for (Sink sink : Sink.values()) {
      Option option = ModeOptions.option(sink);
      RuleFile.Option set = options.get(option.key());
      Mode wanted = Mode.of(set == null ? unset(options, option) : set.value());
      if (settled.contains(sink) || wanted == changed.of(sink)) {
        continue;
      }
      if (wanted == null || (wanted == Mode.TRACK && sink != Sink.JDBC)) {
        say.accept(option.key() + " stays as it was: use " + ModeOptions.known(option));
      } else if (atStart.of(sink) == Mode.OFF) {
        say.accept(option.key() + " was off at start; " + wanted.id() + " waits for a restart");
      } else {
        changed = changed.with(sink, wanted);
        say.accept(option.key() + " is " + wanted.id() + " now");
      }
    }
    modes.replace(changed);
    status.demandAgain();
  }
}
