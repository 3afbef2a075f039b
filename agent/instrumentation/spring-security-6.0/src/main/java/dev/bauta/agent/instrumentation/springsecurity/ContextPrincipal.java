package dev.bauta.agent.instrumentation.springsecurity;

import dev.bauta.agent.api.Identity;
import dev.bauta.agent.api.Masking;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/**
 * Asks a security context whose it is. Nobody when it does not know, and nobody when asking fails:
 * then everything stays masked. The context is held by the application, as long as it is set, and
 * not by this.
 */
final class ContextPrincipal implements Identity {

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
      Object context = context();
      return context == null ? null : CLASSES.get(context.getClass()).principal(context);
    } catch (Throwable failure) {
      masking.failed(failure);
      return null;
    }
  }

  @Override
  public boolean hasRole(String role) {
    try {
      Object context = context();
      return context != null && CLASSES.get(context.getClass()).hasRole(context, role);
    } catch (Throwable failure) {
      masking.failed(failure);
      return false;
    }
  }

  private Object context() {
    Object context = source.get();
    return context instanceof Supplier<?> deferred ? deferred.get() : context;
  }
}
