package dev.bauta.service.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.slack.api.util.json.GsonFactory;
import dev.bauta.grants.Scope;
import dev.bauta.grants.Selection;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AgentAccount;
import dev.bauta.service.access.Approval;
import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.access.Circle;
import dev.bauta.service.access.Closing;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.Kind;
import dev.bauta.service.access.Notice;
import dev.bauta.service.access.Person;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.ServicePolicy;
import dev.bauta.service.access.Stage;
import dev.bauta.service.access.Window;
import dev.bauta.service.chat.OutboxMessage;
import dev.bauta.service.chat.slack.standin.BlockRules;
import dev.bauta.service.policy.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest things that can be asked for still fit what Slack takes. */
class BlockLimitsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String NASTY = "<!channel> & *b* ".repeat(60) + "\n✅ *Approved*";

  private static ServicePolicy service(String name, Set<String> types, Set<String> approvers) {
    return new ServicePolicy(
        name,
        Set.of("production", "test"),
        Set.of("json", "jdbc"),
        types,
        Optional.empty(),
        approvers,
        Duration.ofMinutes(45),
        1000);
  }

  private static Policy policy(int services, int types) {
    Set<String> typeIds = names("type", types);
    return new Policy(
        "v1",
        names("service-with-quite-a-long-name-" + "x".repeat(60), services).stream()
            .collect(Collectors.toMap(n -> n, n -> service(n, typeIds, names("person", 60)))),
        new Rules(List.of()),
        new Circle(List.of(), Map.of()),
        15,
        Duration.ofHours(1));
  }

  private static Set<String> names(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> prefix + "-" + i)
        .collect(Collectors.toUnmodifiableSet());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 101, 450})
  void form_fits_howeverManyServicesThereAre(int services) throws Exception {
    JsonNode view =
        json(new RequestForm(new PolicyInForce(policy(services, 101))).view(Prefill.service("")));
    assertThat(BlockRules.ofView(view)).isEmpty();
    assertThat(view.findValues("value")).hasSizeGreaterThanOrEqualTo(services);
  }

  @Test
  void form_offersTheLongestTimeThatIsAllowed() throws Exception {
    JsonNode view =
        json(new RequestForm(new PolicyInForce(policy(1, 1))).view(Prefill.service("")));
    assertThat(view.toString()).contains("45 minutes").doesNotContain("60 minutes");
  }

  @Test
  void denialForm_fits() throws Exception {
    assertThat(BlockRules.ofView(json(DenialForm.view("req-" + "f".repeat(24))))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 40})
  void home_fits_howeverMuchThereIs(int requests) throws Exception {
    Policy policy = policy(3, 100);
    List<AccessRequest> waiting = new ArrayList<>();
    List<AccessRequest> own = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      waiting.add(request(policy, RequestState.PENDING, "w" + i));
      own.add(request(policy, RequestState.ACTIVE, "o" + i));
    }
    Home home =
        new Home(new People(new Strangers(), "T1"), new SlackText(PersonalData::hidden), "/unmask");
    Actor actor = new Actor("somebody", Set.of(Role.REQUESTER, Role.APPROVER), "slack", "");
    JsonNode view = json(home.view(actor, new Matters(own, waiting)));
    assertThat(BlockRules.ofHome(view)).isEmpty();
    assertThat(view.toString()).doesNotContain("<!channel>");
  }

  @Test
  void narrowingForm_fits() throws Exception {
    AccessRequest request = request(policy(3, 450), RequestState.PENDING);
    assertThat(BlockRules.ofView(json(NarrowingForm.view(request)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void card_fits_inEveryState(RequestState state) throws Exception {
    Policy policy = policy(3, 100);
    People people = new People(new Strangers(), "T1");
    SlackText text = new SlackText(PersonalData::hidden);
    Card card = new Card(people, text, r -> Map.of("email", 1_240L, "<!channel>", 3L));
    AccessRequest request = request(policy, state);
    for (Rendered rendered :
        List.of(
            card.forApprovers(request, Optional.empty()),
            card.forRequester(request, Optional.empty()))) {
      JsonNode blocks = json(rendered.blocks());
      assertThat(BlockRules.ofMessage(blocks)).isEmpty();
      assertThat(BlockRules.ofText(rendered.text())).isEmpty();
      assertThat(blocks.toString()).doesNotContain("<!channel>");
    }
    boolean open = state == RequestState.PENDING;
    assertThat(
            json(card.forApprovers(request, Optional.empty()).blocks())
                .toString()
                .contains(Ids.APPROVE))
        .isEqualTo(open);
    Story story = new Story(people, text, "/unmask");
    for (Notice.Kind kind : Notice.Kind.values()) {
      OutboxMessage message =
          new OutboxMessage(
              1, kind, NOW, 1, request, Optional.empty(), new OutboxMessage.Confirmations(1, 3));
      for (Rendered line : List.of(story.forThread(message), story.forRequester(message))) {
        assertThat(BlockRules.ofMessage(json(line.blocks()))).isEmpty();
        assertThat(BlockRules.ofText(line.text())).isEmpty();
      }
    }
  }

  private static AccessRequest request(Policy policy, RequestState state) {
    return request(policy, state, "");
  }

  private static AccessRequest request(Policy policy, RequestState state, String id) {
    ServicePolicy service = policy.services().values().iterator().next();
    boolean live = state.live() || state == RequestState.ENDED || state == RequestState.REVOKED;
    return new AccessRequest(
        "req-" + "f".repeat(24) + id,
        3,
        state,
        "somebody <b>",
        Kind.BREAK_GLASS,
        Optional.of("req-" + "e".repeat(24)),
        new Scope(
            service.name(),
            "production",
            service.sinks(),
            service.types(),
            Selection.of(names("a_rather_long_column_name", 50)),
            Optional.of(NASTY)),
        NASTY,
        Optional.of(NASTY),
        Duration.ofMinutes(45),
        1000,
        NOW,
        NOW.plusSeconds(3600),
        "v1",
        "",
        List.of(
            new Stage(
                "somebody <of> the *service*",
                3,
                new TreeMap<>(
                    names("person", 60).stream()
                        .collect(Collectors.toMap(n -> n, n -> "in the group <" + n + ">"))))),
        live
            ? List.of(new Approval("person-1", NOW), new Approval("person-2 & co", NOW))
            : List.of(),
        live ? Optional.of(new Window(NOW, NOW.plusSeconds(60))) : Optional.empty(),
        state.over() ? Optional.of(new Closing("person-1", NOW, NASTY)) : Optional.empty());
  }

  private static JsonNode json(Object model) throws JsonProcessingException {
    return JsonMapper.builder().build().readTree(GsonFactory.createSnakeCase().toJson(model));
  }

  /** People with Slack accounts, all of them. */
  private static final class Strangers implements Directory {
    @Override
    public Optional<Person> person(String name) {
      return Optional.of(
          new Person(
              name,
              Set.of(Role.APPROVER),
              Set.of(new ChatAccount("slack", "T1", "U0" + "A".repeat(9))),
              Set.of(),
              Optional.empty()));
    }

    @Override
    public Optional<Person> byChat(String platform, String team, String user) {
      return Optional.empty();
    }

    @Override
    public Optional<Person> byToken(String token) {
      return Optional.empty();
    }

    @Override
    public Optional<AgentAccount> agentByToken(String token) {
      return Optional.empty();
    }

    @Override
    public Collection<Person> people() {
      return Map.<String, Person>of().values();
    }
  }
}
