package dev.bauta.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a value as personal data. The agent masks it in JSON and in {@code toString()}; without the
 * agent the annotation does nothing.
 *
 * <p>On a field, record component or getter it marks that member; on a class it marks every member
 * of the class. Parameters are left out on purpose: Kotlin would put {@code @Pii val x} on the
 * constructor's parameter instead of the field.
 *
 * <p>The agent finds this annotation by its name, so a copy of this class inside another jar works
 * too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Pii {

  /**
   * The PII type, such as {@code "email"}, {@code "phone"} or {@code "name"}; never null. The empty
   * default means "personal, of no particular type", which is masked as a whole and shown to
   * nobody.
   */
  String value() default "";
}
