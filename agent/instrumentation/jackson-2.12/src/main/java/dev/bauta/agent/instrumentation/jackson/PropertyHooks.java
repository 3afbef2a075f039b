package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.instrumentation.json.Mark;
import dev.bauta.agent.instrumentation.json.PiiMembers;
import java.lang.invoke.MethodType;
import java.lang.reflect.Member;
import java.util.Collection;
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
          return whole(owner, PiiMembers.jsonValueType(owner));
        }
      };
  private final ClassValue<Whole> anyGetters =
      new ClassValue<>() {
        @Override
        protected Whole computeValue(Class<?> owner) {
          return whole(owner, PiiMembers.anyGetterType(owner));
        }
      };

  /** What replaces an object as a whole; the place is null where nothing does. */
  private record Whole(Place place) {}

  PropertyHooks(JacksonNames names, Masking masking) {
    this.names = names;
    this.masking = masking;
  }

  void link(Links links) {
    links.filter(names.hook(PropertyRewrite.MARK_BY_MEMBER), this::markByMember, writer -> writer);
    links.filter(names.hook(PropertyRewrite.MARK_BY_CLASS), this::markByClass, writer -> writer);
    links.filter(names.hook(PropertyRewrite.PROPERTY), PropertyHooks::property, value -> null);
    links.filter(
        names.hook(PropertyRewrite.JSON_VALUE),
        (owner, value) -> hide(jsonValues, owner, value),
        v -> null);
    links.filter(
        names.hook(PropertyRewrite.ANY_VALUES),
        (owner, value) -> hide(anyGetters, owner, value),
        v -> null);
  }

  private static Object property(Object mark, Object value) {
    return mark == null || value == null ? value : ((Mark) mark).hide(value);
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
    Class<?> taken = MethodType.methodType(databind.rawType(writer)).wrap().returnType();
    Place place = masking.annotated(Sink.JSON, type, name);
    databind.setting(writer, new Mark(place, taken, databind.raw(writer)));
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

  private Whole whole(Class<?> owner, String type) {
    return new Whole(
        type == null ? null : masking.annotated(Sink.JSON, type, owner.getSimpleName()));
  }

  private static Object hide(ClassValue<Whole> wholes, Object owner, Object value) {
    Place place = owner == null || value == null ? null : wholes.get(owner.getClass()).place();
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
