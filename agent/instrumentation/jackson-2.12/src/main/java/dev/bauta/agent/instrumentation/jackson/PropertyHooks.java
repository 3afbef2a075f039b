package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.instrumentation.json.Mark;
import dev.bauta.agent.instrumentation.json.PiiMembers;
import dev.bauta.agent.instrumentation.json.RuledMembers;
import java.lang.reflect.Member;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Marks the writers of annotated properties when they are made, and hides what those writers read.
 * An unmarked property costs one comparison with null. Thread-safe.
 */
final class PropertyHooks {

  private final JacksonNames names;
  private final Masking masking;
  private final ClassValue<Whole> jsonValues =
      new ClassValue<>() {
        @Override
        protected Whole computeValue(Class<?> owner) {
          return whole(owner, PiiMembers.jsonValueType(owner), PiiMembers.jsonValueName(owner));
        }
      };
  private final ClassValue<Whole> anyGetters =
      new ClassValue<>() {
        @Override
        protected Whole computeValue(Class<?> owner) {
          return whole(owner, PiiMembers.anyGetterType(owner), PiiMembers.anyGetterName(owner));
        }
      };

  private final RuledMembers ruled;
  private final LateRules late;

  /**
   * What replaces an object as a whole.
   *
   * @param place null where nothing does
   * @param changes how often the rules for members had changed by then
   */
  private record Whole(Place place, int changes) {}

  PropertyHooks(JacksonNames names, Masking masking) {
    this.names = names;
    this.masking = masking;
    ruled = new RuledMembers(masking);
    late = new LateRules(masking, ruled);
  }

  void link(Links links) {
    links.filter(names.hook(PropertyRewrite.MARK_BY_MEMBER), this::markByMember, writer -> writer);
    links.filter(names.hook(PropertyRewrite.MARK_BY_CLASS), this::markByClass, writer -> writer);
    links.filter(names.hook(PropertyRewrite.MARK_BY_RULE), this::markByRule, writers -> writers);
    links.filter(names.hook(PropertyRewrite.PROPERTY), this::property, value -> null);
    links.filter(
        names.hook(PropertyRewrite.JSON_VALUE),
        (owner, value) -> hide(jsonValues, owner, value),
        v -> null);
    links.filter(
        names.hook(PropertyRewrite.ANY_VALUES),
        (owner, value) -> hide(anyGetters, owner, value),
        v -> null);
  }

  private Object property(Object markOrWriter, Object value) {
    if (markOrWriter instanceof Mark mark) {
      return value == null ? null : mark.hide(value);
    }
    return value == null || masking.memberRulesChanges() == 0
        ? value
        : late.hide(markOrWriter, value);
  }

  /** For members that a rule names with the class that is being written. */
  private Object markByRule(Object beanClass, Object writers) {
    if (writers == null) { // a class without properties
      return null;
    }
    for (Object writer : (List<?>) writers) {
      Databind databind = Databind.of(writer);
      try {
        Member member = databind.member(writer);
        String name = databind.writtenName(writer);
        String memberName = member == null ? null : member.getName();
        Place place =
            ruled.of(
                (Class<?>) beanClass,
                name,
                memberName,
                memberName == null ? null : PiiMembers.propertyOf(memberName));
        if (place != null && databind.setting(writer) == null) {
          mark(databind, writer, place);
        }
      } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
        markUnknown(databind, writer, e);
      }
    }
    return writers;
  }

  private Object markByMember(Object definition, Object writer) {
    Databind databind = Databind.of(writer);
    try {
      Member member = databind.member(writer);
      if (member != null) {
        String type = memberType(databind, definition, writer, member);
        if (type != null) {
          mark(databind, writer, type, databind.name(definition));
        }
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      markUnknown(databind, writer, e);
    }
    return writer;
  }

  /** For what only Jackson knows about a class: mix-ins, interfaces, inherited members. */
  private Object markByClass(Object annotations, Object writer) {
    if (annotations == null) {
      return writer;
    }
    Databind databind = Databind.of(writer);
    try {
      Member member = databind.member(writer);
      String type =
          member == null ? null : databind.contextType(annotations, member.getDeclaringClass());
      if (type != null
          && databind.setting(writer) == null
          && PiiMembers.classType(member.getDeclaringClass()) == null) {
        mark(databind, writer, type, member.getName());
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      markUnknown(databind, writer, e);
    }
    return writer;
  }

  private static String memberType(
      Databind databind, Object definition, Object writer, Member member)
      throws ReflectiveOperationException {
    String type = databind.annotatedType(writer, definition);
    Class<?> owner = member.getDeclaringClass();
    type = type != null ? type : PiiMembers.memberType(owner, databind.internalName(definition));
    type = type != null ? type : PiiMembers.memberType(owner, member.getName());
    type = type != null ? type : PiiMembers.of(owner).ownType();
    return type != null ? type : rawType(databind.rawType(writer));
  }

  private static String rawType(Class<?> type) {
    if (type.isPrimitive() || type.isInterface() && type.getName().startsWith("java.")) {
      return null;
    }
    String found = PiiMembers.classType(type);
    // a @JsonValue is hidden where it is read, in lists and at the root as well, and keeps its form
    return found == null || PiiMembers.writtenAsValue(type) ? null : found;
  }

  private void mark(Databind databind, Object writer, String type, String name)
      throws ReflectiveOperationException {
    mark(databind, writer, masking.annotated(Sink.JSON, type, name));
  }

  private static void mark(Databind databind, Object writer, Place place)
      throws ReflectiveOperationException {
    databind.setting(writer, databind.mark(writer, place));
  }

  /** Nobody can tell whether the property is personal: it is treated as if it were. */
  private void markUnknown(Databind databind, Object writer, Throwable failure) {
    masking.failed(failure);
    try {
      Place place = masking.annotated(Sink.JSON, "", "");
      databind.setting(writer, new Mark(place, Object.class, false));
    } catch (ReflectiveOperationException e) {
      masking.failed(e);
    }
  }

  private Whole whole(Class<?> owner, String type, String member) {
    int changes = masking.memberRulesChanges(); // before the rules are asked
    if (type != null) {
      return new Whole(masking.annotated(Sink.JSON, type, owner.getSimpleName()), changes);
    }
    return new Whole(member == null ? null : ruled.of(owner, member), changes);
  }

  private Place placeOf(ClassValue<Whole> wholes, Class<?> owner) {
    Whole whole = wholes.get(owner);
    if (whole.changes() != masking.memberRulesChanges()) {
      wholes.remove(owner);
      whole = wholes.get(owner);
    }
    return whole.place();
  }

  private Object hide(ClassValue<Whole> wholes, Object owner, Object value) {
    Place place = owner == null || value == null ? null : placeOf(wholes, owner.getClass());
    if (place == null) {
      return value;
    }
    Object hidden = place.hide(value);
    // the serializer may be made for the very class; containers are asked for by interface
    boolean fits =
        hidden != null
            && (hidden.getClass() == value.getClass()
                || value instanceof Collection
                || value instanceof Map);
    return fits ? hidden : null;
  }
}
