package dev.bauta.service.chat.slack;

import java.util.List;

/**
 * What a form is filled with when it opens.
 *
 * @param service empty for any
 * @param types those chosen at first
 * @param subject empty for none
 */
record Prefill(String service, List<String> types, String subject) {
  /** Only for that service, if there is one of that name. */
  static Prefill service(String name) {
    return new Prefill(name.strip(), List.of(), "");
  }
}
