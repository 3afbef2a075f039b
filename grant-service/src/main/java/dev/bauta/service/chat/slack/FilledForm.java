package dev.bauta.service.chat.slack;

import dev.bauta.grants.Selection;
import dev.bauta.service.access.NewRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody filled in, unchecked.
 *
 * @param fields empty when no field was named, which in the form means every field of the types
 * @param subject or null
 * @param ticket or null
 */
record FilledForm(
    String service,
    String environment,
    List<String> sinks,
    List<String> types,
    List<String> fields,
    String subject,
    String reason,
    int minutes,
    String ticket) {

  NewRequest wanted() {
    return new NewRequest(
        service,
        environment,
        Set.copyOf(sinks),
        Set.copyOf(types),
        fields.isEmpty() ? Selection.any() : Selection.of(Set.copyOf(fields)),
        Optional.ofNullable(subject),
        reason,
        minutes,
        Optional.ofNullable(ticket),
        Optional.empty());
  }
}
