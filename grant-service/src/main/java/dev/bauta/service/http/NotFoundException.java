package dev.bauta.service.http;

/** There is nothing with that id, or nothing the caller may see. */
final class NotFoundException extends RuntimeException {
  NotFoundException() {
    super("There is nothing with that id, or you may not see it.", null, false, false);
  }
}
