package dev.bauta.agent.instrumentation.log4j2;

import java.util.List;

/** The classes of Log4j, and of layouts for it, that are rewritten: internal names. */
final class HookedClasses {

  private static final String CORE = "org/apache/logging/log4j/core/";
  private static final String TEMPLATE = "org/apache/logging/log4j/layout/template/json/resolver/";
  private static final String INJECTOR = CORE + "impl/ThreadContextDataInjector$For";

  static final String LOGGER = CORE + "Logger";
  static final String ASYNC_LOGGER = CORE + "async/AsyncLogger";
  static final String DEFAULT_CONTEXT = INJECTOR + "DefaultThreadContextMap";
  static final String GARBAGE_FREE_CONTEXT = INJECTOR + "GarbageFreeThreadContextMap";
  static final String COPIED_CONTEXT = INJECTOR + "CopyOnWriteThreadContextMap";
  static final String CONTEXT_LOOKUP = CORE + "lookup/ContextMapLookup";
  static final String EVENT = CORE + "impl/Log4jLogEvent";
  static final String EVENT_BUILDER = CORE + "impl/Log4jLogEvent$Builder";
  static final String EVENT_FACTORY = CORE + "impl/ReusableLogEventFactory";
  static final String THROWABLE_PROXY = CORE + "impl/ThrowableProxy";
  static final String THROWABLE_LINES = CORE + "util/Throwables";
  static final String GELF = CORE + "layout/GelfLayout";
  static final String HTML = CORE + "layout/HtmlLayout";

  /** Prints throwables by itself up to 2.24. */
  static final String THROWABLE_CONVERTER = CORE + "pattern/ThrowablePatternConverter";

  /** These print them since 2.25. */
  static final String THROWABLE_PROPERTIES = CORE + "pattern/ThrowablePropertyRendererFactory";

  static final String STACK_TRACE = CORE + "pattern/ThrowableStackTraceRenderer";

  static final String TEMPLATE_EXCEPTION = TEMPLATE + "ExceptionResolver";
  static final String TEMPLATE_STACK_TRACE = TEMPLATE + "StackTraceStringResolver";
  static final String TEMPLATE_PARAMETERS = TEMPLATE + "MessageParameterResolver";

  static final String ECS = "co/elastic/logging/EcsJsonSerializer";
  static final String ECS_LAYOUT = "co/elastic/logging/log4j2/EcsLayout";

  static final List<String> ALL =
      List.of(
          LOGGER,
          ASYNC_LOGGER,
          DEFAULT_CONTEXT,
          GARBAGE_FREE_CONTEXT,
          COPIED_CONTEXT,
          CONTEXT_LOOKUP,
          EVENT,
          EVENT_BUILDER,
          EVENT_FACTORY,
          THROWABLE_PROXY,
          THROWABLE_LINES,
          GELF,
          HTML,
          THROWABLE_CONVERTER,
          THROWABLE_PROPERTIES,
          STACK_TRACE,
          TEMPLATE_EXCEPTION,
          TEMPLATE_STACK_TRACE,
          TEMPLATE_PARAMETERS,
          ECS,
          ECS_LAYOUT);

  private HookedClasses() {}
}
