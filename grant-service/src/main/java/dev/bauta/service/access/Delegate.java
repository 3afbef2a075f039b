package dev.bauta.service.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Approvers name who decides for them while they are away. Thread-safe. */
public final class Delegate {
  private static final Duration LONGEST = Duration.ofDays(90);

  private final Store store;
  private final Directory directory;
  private final Clock clock;
  private final Supplier<String> ids;

  /**
   * @param ids makes the random part of a delegation's id
   */
  public Delegate(Store store, Directory directory, Clock clock, Supplier<String> ids) {
    this.store = store;
    this.directory = directory;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * From then until then the deputy decides, too.
   *
   * @param person who is away; anybody but oneself only by an administrator
   * @throws NotAllowedException if the caller may not say so
   * @throws InvalidRequestException if something about it is wrong
   */
  public Delegation delegate(
      Actor actor, String person, String deputy, Instant from, Instant until) {
    return Recorded.inTransaction(
        store,
        clock,
        Actions.DELEGATED,
        actor,
        Optional.empty(),
        tx -> {
          check(actor, person, deputy, from, until);
          Delegation made = new Delegation("dlg-" + ids.get(), person, deputy, from, until);
          tx.insert(made);
          tx.append(event(Actions.DELEGATED, actor, made));
          return made;
        });
  }

  /**
   * Ends it before its time.
   *
   * @throws UnknownRequestException if there is none that runs
   * @throws NotAllowedException if it is somebody else's
   */
  public Delegation end(Actor actor, String id) {
    return Recorded.inTransaction(
        store,
        clock,
        Actions.DELEGATION_ENDED,
        actor,
        Optional.empty(),
        tx -> {
          Delegation running =
              tx.delegations(Instant.MIN, Instant.MAX).stream()
                  .filter(d -> d.id().equals(id))
                  .findFirst()
                  .orElseThrow(() -> new UnknownRequestException("There is no such delegation."));
          mayDelegate(actor, running.person());
          tx.endDelegation(id, clock.instant());
          tx.append(event(Actions.DELEGATION_ENDED, actor, running));
          return running;
        });
  }

  private void check(Actor actor, String person, String deputy, Instant from, Instant until) {
    mayDelegate(actor, person);
    if (person.equals(deputy)) throw invalid("deputy", "Name somebody else.");
    if (directory.person(person).filter(p -> p.has(Role.APPROVER)).isEmpty())
      throw invalid("person", "Is not known, or decides nothing.");
    if (directory.person(deputy).filter(p -> p.has(Role.APPROVER)).isEmpty())
      throw invalid(
          "deputy",
          "Is not known, or may not approve; an administrator can give the role approver.");
    if (!until.isAfter(from) || !until.isAfter(clock.instant()))
      throw invalid("until", "Must be after from, and not in the past.");
    if (Duration.between(from, until).compareTo(LONGEST) > 0)
      throw invalid("until", "Is at most " + LONGEST.toDays() + " days after from.");
  }

  private static void mayDelegate(Actor actor, String person) {
    if (!actor.name().equals(person) && !actor.has(Role.ADMIN))
      throw new NotAllowedException(
          "Only " + person + " or an administrator can say who decides for " + person + ".");
  }

  private static InvalidRequestException invalid(String field, String message) {
    return new InvalidRequestException(List.of(new Fault(field, message)));
  }

  private AuditEvent event(String action, Actor actor, Delegation delegation) {
    Map<String, String> details = new TreeMap<>();
    details.put("delegation", delegation.id());
    details.put("person", delegation.person());
    details.put("deputy", delegation.deputy());
    details.put("from", delegation.from().toString());
    details.put("until", delegation.until().toString());
    return AuditEvent.about(clock.instant(), action, actor, details);
  }
}
