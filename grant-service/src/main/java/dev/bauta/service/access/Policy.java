package dev.bauta.service.access;

import dev.bauta.service.policy.Atom;
import dev.bauta.service.policy.Decision;
import dev.bauta.service.policy.Effect;
import dev.bauta.service.policy.Limits;
import dev.bauta.service.policy.Question;
import dev.bauta.service.policy.Rule;
import dev.bauta.service.policy.Rules;
import dev.bauta.service.policy.StageRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a request is checked against: what the services have to show, the rules, and the people they
 * speak of. Immutable; {@code version} names this exact content and is written into every request,
 * grant and audit record.
 *
 * @param reasonLength the shortest reason, in characters
 * @param decideWithin how long a request waits for a decision
 * @param emergencies who may break the glass; the people whom they name review it
 * @param reviewWithin how soon
 */
public record Policy(
    String version,
    Map<String, ServicePolicy> services,
    Rules rules,
    Circle circle,
    int reasonLength,
    Duration decideWithin,
    Rules emergencies,
    Duration reviewWithin) {

  public Policy {
    services = Map.copyOf(services);
  }

  /** Without emergencies. */
  public Policy(
      String version,
      Map<String, ServicePolicy> services,
      Rules rules,
      Circle circle,
      int reasonLength,
      Duration decideWithin) {
    this(
        version,
        services,
        rules,
        circle,
        reasonLength,
        decideWithin,
        new Rules(List.of()),
        Duration.ofDays(1));
  }

  public Optional<ServicePolicy> service(String name) {
    return Optional.ofNullable(services.get(name));
  }

  /**
   * Whether the request may be granted, and who has to agree. Cheap: no store, no network.
   *
   * @param address where the requester's call comes from, empty where that is not known
   */
  public Verdict judge(NewRequest wanted, String requester, String address, Instant now) {
    return judge(rules, wanted, requester, address, now);
  }

  /**
   * Whether the glass may be broken for it; the stages are those who review that.
   *
   * @param address where the requester's call comes from, empty where that is not known
   */
  public Verdict emergency(NewRequest wanted, String requester, String address, Instant now) {
    return judge(emergencies, wanted, requester, address, now);
  }

  private Verdict judge(
      Rules by, NewRequest wanted, String requester, String address, Instant now) {
    List<Fault> faults = new RequestForm(services, reasonLength).faults(wanted);
    if (!faults.isEmpty()) return new Verdict.Refused(faults);
    ServicePolicy service = services.get(wanted.service());
    Decision decision = by.decide(question(wanted, requester, address, now));
    List<Stage> stages = stages(decision, requester, service);
    faults.addAll(refusals(decision));
    if (faults.isEmpty()) {
      limits(wanted, decision.limits(), service, faults);
      nobodyLeft(stages).ifPresent(faults::add);
    }
    return faults.isEmpty() ? permitted(decision, stages, service) : new Verdict.Refused(faults);
  }

  /**
   * Whether a request that waits would still be let through, and by whom. What it was asked for
   * within the limits of its time is not measured again: its texts may have been masked since.
   */
  public Verdict review(AccessRequest request, Instant now) {
    NewRequest wanted = request.wanted();
    List<Fault> faults = new RequestForm(services, 0).faults(wanted);
    if (!faults.isEmpty()) return new Verdict.Refused(faults);
    ServicePolicy service = services.get(wanted.service());
    Decision decision = decide(wanted, request.requester(), request.askedFrom(), now);
    faults.addAll(refusals(decision));
    return faults.isEmpty()
        ? permitted(decision, stages(decision, request.requester(), service), service)
        : new Verdict.Refused(faults);
  }

  private static Verdict permitted(Decision decision, List<Stage> stages, ServicePolicy service) {
    return new Verdict.Permitted(
        decision.matched().stream().map(Rule::name).toList(),
        stages,
        Duration.ofMinutes(minutes(decision.limits(), service)),
        reveals(decision.limits(), service));
  }

  private List<Stage> stages(Decision decision, String requester, ServicePolicy service) {
    List<Stage> stages = new ArrayList<>();
    for (StageRule rule : decision.stages()) stages.add(circle.stage(rule, requester, service));
    return stages;
  }

  /** What the rules say, for who wants to know why. */
  public Decision decide(NewRequest wanted, String requester, String address, Instant now) {
    return rules.decide(question(wanted, requester, address, now));
  }

  private Question question(NewRequest wanted, String requester, String address, Instant now) {
    return new Question(
        requester,
        circle.groupsOf(requester),
        circle.rolesOf(requester),
        wanted.service(),
        wanted.environment(),
        wanted.sinks(),
        wanted.types(),
        wanted.fields().isAny() ? Optional.empty() : Optional.of(wanted.fields().names()),
        wanted.subject().isPresent(),
        wanted.minutes(),
        now,
        Optional.of(address).filter(a -> !a.isEmpty()),
        wanted.ticket(),
        wanted.reasonCharacters());
  }

  private static List<Fault> refusals(Decision decision) {
    List<Fault> faults = new ArrayList<>();
    for (Rule rule : decision.denials())
      faults.add(new Fault("service", ((Effect.Deny) rule.effect()).why()));
    if (!decision.unmatched().isEmpty()) {
      String what =
          decision.unmatched().stream()
              .limit(10)
              .map(Atom::toString)
              .collect(Collectors.joining(", "));
      faults.add(
          new Fault(
              "types",
              "No rule lets you ask for: "
                  + what
                  + ". What no rule allows is denied; ask for less,"
                  + " at another time, or whoever keeps the policy."));
    }
    return faults;
  }

  private static void limits(
      NewRequest wanted, Limits limits, ServicePolicy service, List<Fault> faults) {
    long longest = minutes(limits, service);
    if (wanted.minutes() > longest)
      faults.add(new Fault("minutes", "Must be from 1 to " + longest + "."));
    long most = reveals(limits, service);
    if (wanted.maxReveals().filter(n -> n > most).isPresent())
      faults.add(new Fault("maxReveals", "Must be from 1 to " + most + "."));
    if (wanted.reasonCharacters() < limits.reasonLength())
      faults.add(
          new Fault("reason", "Say why, in at least " + limits.reasonLength() + " characters."));
    if (limits.subjectRequired() && wanted.subject().isEmpty())
      faults.add(new Fault("subject", "Name the one customer or trace that it is about."));
    limits.tickets().stream()
        .filter(p -> !wanted.ticket().map(t -> p.matcher(t).matches()).orElse(false))
        .forEach(
            p -> faults.add(new Fault("ticket", "Name a ticket of the form " + p.pattern() + ".")));
  }

  private static long minutes(Limits limits, ServicePolicy service) {
    return limits
        .minutes()
        .map(m -> Math.min(m, service.longest().toMinutes()))
        .orElse(service.longest().toMinutes());
  }

  private static long reveals(Limits limits, ServicePolicy service) {
    return limits
        .reveals()
        .map(r -> Math.min(r, service.maxReveals()))
        .orElse(service.maxReveals());
  }

  // a request that nobody can approve would wait for nothing
  private static Optional<Fault> nobodyLeft(List<Stage> stages) {
    Quorum quorum = new Quorum(stages, Quorum.everybody(stages));
    return quorum
        .open()
        .map(
            stage ->
                new Fault(
                    "service",
                    "Nobody else can approve ("
                        + stage.name()
                        + " needs "
                        + stage.people()
                        + " other than you, and no one of them twice); ask an"
                        + " administrator to name approvers."));
  }
}
