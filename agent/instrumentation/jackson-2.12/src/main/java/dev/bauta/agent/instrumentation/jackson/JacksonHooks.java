package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import java.util.ArrayList;
import java.util.List;

/** The hooks that every line of Jackson has, under that line's names. Immutable. */
public final class JacksonHooks {

  private final JacksonNames names;

  /** For one line of Jackson. */
  public JacksonHooks(JacksonNames names) {
    this.names = names;
  }

  /** The classes to rewrite. */
  public List<ClassHook> hooks() {
    PropertyRewrite property = new PropertyRewrite(names);
    GeneratorRewrite generator = new GeneratorRewrite(names);
    OptimizerRewrite optimizer = new OptimizerRewrite(names);
    List<ClassHook> hooks = new ArrayList<>();
    hooks.add(
        ClassHook.named(names.propertyWriter(), property::propertyWriter)
            .readingOnly(property.propertyCode()));
    hooks.add(
        ClassHook.named(names.databind(names.valueSerializer()), property::valueSerializer)
            .readingOnly(CodeFilter.methods(PropertyRewrite.VALUE_METHODS)));
    hooks.add(
        ClassHook.named(names.databind("ser/AnyGetterWriter"), property::anyGetter)
            .readingOnly(CodeFilter.methods(PropertyRewrite.ANY_METHODS)));
    hooks.add(
        ClassHook.named(names.databind("ser/BeanSerializerFactory"), property::serializerFactory)
            .readingOnly(CodeFilter.methods("findBeanProperties")));
    for (String module : OptimizerRewrite.MODIFIERS) {
      hooks.add(ClassHook.named(names.root() + module, optimizer::keepOff));
    }
    hooks.add(
        ClassHook.named(names.core("json/UTF8JsonGenerator"), generator::utf8)
            .readingOnly(generator.code()));
    hooks.add(
        ClassHook.named(names.core("json/WriterBasedJsonGenerator"), generator::chars)
            .readingOnly(generator.code()));
    hooks.add(
        ClassHook.named(names.core("base/GeneratorBase"), generator::base)
            .readingOnly(generator.code()));
    for (String other : GeneratorRewrite.OTHER_FORMATS) {
      hooks.add(
          ClassHook.named(names.root() + other, generator::otherFormat)
              .readingOnly(generator.code()));
    }
    return hooks;
  }

  /** Registers what the rewritten code calls. */
  public void link(Links links, Masking masking) {
    new PropertyHooks(names, masking).link(links);
    new GeneratorHooks(names, masking).link(links);
  }
}
