package dev.bauta.agent.instrumentation.servlet;

import dev.bauta.agent.api.Identity;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.ViewerSources;

/**
 * Asks a request who sent it. Nobody when the request does not know, and nobody when asking fails:
 * then everything stays masked.
 */
final class RequestPrincipal implements Identity {

  private static final ClassValue<RequestClass> CLASSES =
      new ClassValue<>() {
        @Override
        protected RequestClass computeValue(Class<?> type) {
          return RequestClass.of(type);
        }
      };

  private final Object request;
  private final ViewerSources sources;
  private final Masking masking;

  RequestPrincipal(Object request, ViewerSources sources, Masking masking) {
    this.request = request;
    this.sources = sources;
    this.masking = masking;
  }

  @Override
  public String get() {
    try {
      return request == null ? null : CLASSES.get(request.getClass()).principal(request, sources);
    } catch (Throwable failure) {
      masking.failed(failure);
      return null;
    }
  }

  @Override
  public boolean hasRole(String role) {
    try {
      return RequestFacts.hasRole(request, role);
    } catch (Throwable failure) {
      masking.failed(failure);
      return false;
    }
  }

  @Override
  public String remoteAddress() {
    try {
      return RequestFacts.remoteAddress(request, sources);
    } catch (Throwable failure) {
      masking.failed(failure);
      return null;
    }
  }

  @Override
  public String authentication() {
    try {
      return RequestFacts.authentication(request);
    } catch (Throwable failure) {
      masking.failed(failure);
      return null;
    }
  }

  @Override
  public long sessionSeconds() {
    try {
      return RequestFacts.sessionSeconds(request);
    } catch (Throwable failure) {
      masking.failed(failure);
      return -1;
    }
  }
}
