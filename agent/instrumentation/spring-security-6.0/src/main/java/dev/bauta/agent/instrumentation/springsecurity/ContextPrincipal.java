package dev.bauta.agent.instrumentation.springsecurity;

import dev.bauta.agent.api.Masking;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/**
 * Asks a security context whose it is. Nobody when it does not know, and nobody when asking fails:
 * then everything stays masked. The context is held by the application, as long as it is set, and
 * not by this.
 */
final class ContextPrincipal implements Supplier<String> {

  private static final ClassValue<ContextClass> CLASSES =
      new ClassValue<>() {
        @Override
        protected ContextClass computeValue(Class<?> type) {
          return ContextClass.of(type);
        }
      };

  private final Reference<Object> source;
  private final Masking masking;

  /**
   * @param source a context, or a supplier of one
   */
  ContextPrincipal(Object source, Masking masking) {
    this.source = new WeakReference<>(source);
    this.masking = masking;
  }

  @Override
  public String get() {
    try {
      Object context = source.get();
      if (context instanceof Supplier<?> deferred) {
        context = deferred.get();
      }
      return context == null ? null : CLASSES.get(context.getClass()).principal(context);
    } catch (Throwable failure) {
      masking.failed(failure);
      return null;
    }
  }
}
