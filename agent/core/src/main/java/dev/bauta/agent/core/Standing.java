package dev.bauta.agent.core;

import dev.bauta.engine.RoleRule;
import java.util.List;
import java.util.function.Supplier;

/** The rules for roles, as they are now. */
record Standing(MaskingService service) implements Supplier<List<RoleRule>> {

  @Override
  public List<RoleRule> get() {
    return service.rules().all().roles();
  }
}
