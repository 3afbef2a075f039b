package dev.bauta.engine;

import java.util.List;

/** The rules of a file and those it includes, as they were read; the first that fits stands. */
record RuleData(
    TypeTable types,
    List<PlaceRule> places,
    List<PathRule> paths,
    List<LoggerRule> loggers,
    List<OriginRule> origins,
    List<RoleRule> roles,
    List<ContentRule> contents,
    List<AllowRule> allowed) {

  static final RuleData BUILT_IN =
      new RuleData(
          TypeTable.BUILT_IN,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  RuleData withTypes(TypeTable others) {
    return new RuleData(others, places, paths, loggers, origins, roles, contents, allowed);
  }
}
