package dev.bauta.service.app;

import dev.bauta.engine.AddressRange;
import dev.bauta.service.access.AccountScope;
import dev.bauta.service.access.AgentAccount;
import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.access.Person;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.ServiceAccount;
import dev.bauta.service.chat.ChatPlatformProvider;
import dev.bauta.service.http.Limits;
import dev.bauta.service.signin.SignInSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code service.yaml}. All faults are told at once. */
final class ConfigReader {
  private final List<String> faults = new ArrayList<>();
  private final Map<String, String> environment;
  private final List<ChatPlatformProvider> providers;
  // people by what the identity provider calls them
  private final Map<String, String> identities = new HashMap<>();

  ConfigReader(Map<String, String> environment, List<ChatPlatformProvider> providers) {
    this.environment = environment;
    this.providers = providers;
  }

  /**
   * @param file empty for the defaults and the environment alone
   */
  ServiceConfig read(Optional<Path> file) {
    if (file.isEmpty()) return read("no configuration file", null, Path.of(""));
    String name = file.get().getFileName().toString();
    String text = YamlFile.text(file.get(), "name an existing UTF-8 file with --config");
    Path folder = file.get().toAbsolutePath().getParent();
    return read(name, YamlFile.parse(name, text), folder);
  }

  private ServiceConfig read(String name, Node node, Path folder) {
    Section root = Section.root(name, node, environment, faults);
    Path data = folder.resolve(root.text("data").orElse("bauta-data")).normalize();
    ServiceConfig.Http http = http(root.section("http"));
    Section limited = root.section("limits");
    int mostPending = (int) limited.number("pending-requests", 100, 1, 1_000_000);
    Limits limits = limits(limited);
    Optional<ServiceConfig.Postgres> postgres = postgres(root.section("database"));
    ServiceConfig.Grants grants = grants(root.section("grants"));
    boolean stopOnAuditFault = stopOnAuditFault(root.section("audit"));
    List<ServiceConfig.Known<Person>> people = people(root);
    List<Person> persons = people.stream().map(ServiceConfig.Known::who).toList();
    int policyApprovals = (int) root.section("policy").number("change-approvals", 0, 0, 10);
    Optional<PolicyFile> policyFile =
        root.section("policy")
            .text("file")
            .map(f -> new PolicyFile(folder.resolve(f), persons, policyApprovals));
    long administrators = persons.stream().filter(p -> p.has(Role.ADMIN)).count();
    if (policyApprovals > administrators)
      root.section("policy")
          .fault("change-approvals", "asks for more administrators than there are under people:");
    Policy policy = policy(root, policyFile, persons);
    List<ServiceConfig.Known<AgentAccount>> agents = agents(root, policy);
    List<ServiceConfig.Known<ServiceAccount>> accounts = accounts(root, persons);
    Optional<SignInSettings> signIn = new SignInReader(environment).read(root, identities);
    Map<String, Section> chats = new LinkedHashMap<>();
    for (ChatPlatformProvider provider : providers) {
      Section section = root.section(provider.name());
      provider.keys().forEach(section::text);
      section.noOthers();
      chats.put(provider.name(), section);
    }
    root.noOthers();
    List<ServiceConfig.Known<?>> callers = new ArrayList<>(people);
    callers.addAll(agents);
    callers.addAll(accounts);
    uniqueTokens(root, callers);
    if (!faults.isEmpty()) throw new ConfigException(faults);
    return new ServiceConfig(
        name,
        data,
        http,
        limits,
        mostPending,
        postgres,
        grants,
        stopOnAuditFault,
        policy,
        policyFile,
        people,
        agents,
        accounts,
        signIn,
        chats);
  }

  private Policy policy(Section root, Optional<PolicyFile> file, List<Person> people) {
    if (file.isEmpty()) return new PolicyReader(people).readShort(root);
    if (root.has("services"))
      root.fault("services", "stand in the file that policy.file names; move them there");
    root.section("services");
    Section general = root.section("policy");
    general.text("file");
    general.text("change-approvals");
    general.noOthers();
    try {
      return file.get().read().policy();
    } catch (ConfigException e) {
      faults.addAll(e.faults());
      return new PolicyReader(people).readShort(Section.root("", null, Map.of(), faults));
    }
  }

  private static ServiceConfig.Http http(Section section) {
    ServiceConfig.Http http =
        new ServiceConfig.Http(
            section.text("host").orElse("127.0.0.1"), (int) section.number("port", 8480, 0, 65535));
    section.noOthers();
    return http;
  }

  private static Limits limits(Section section) {
    List<AddressRange> proxies = new ArrayList<>();
    for (String range : section.names("trusted-proxies")) {
      try {
        proxies.add(AddressRange.of(range));
      } catch (IllegalArgumentException e) {
        section.fault("trusted-proxies", "has a fault: " + e.getMessage());
      }
    }
    Limits limits =
        new Limits(
            (int) section.number("calls-per-person", 600, 1, 1_000_000),
            (int) section.number("calls-per-address", 6_000, 1, 10_000_000),
            (int) section.number("failed-sign-ins", 60, 1, 1_000_000),
            (int) section.number("streams", 20_000, 1, 1_000_000),
            proxies);
    section.noOthers();
    return limits;
  }

  private static Optional<ServiceConfig.Postgres> postgres(Section section) {
    Optional<String> url = section.text("url");
    Optional<String> user = section.text("user");
    Optional<String> password = section.text("password");
    String notifications = section.text("notifications").orElse("on");
    if (!notifications.equals("on") && !notifications.equals("off"))
      section.fault("notifications", "must be on or off");
    section.noOthers();
    if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
      section.fault(
          "url", "must start with jdbc:postgresql:; leave it out for SQLite in the data folder");
    }
    return url.map(u -> new ServiceConfig.Postgres(u, user, password, notifications.equals("on")));
  }

  private static ServiceConfig.Grants grants(Section section) {
    Duration heartbeat =
        section.duration(
            "heartbeat", Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(20));
    Duration lease =
        section.duration(
            "lease", Duration.ofSeconds(15), Duration.ofMillis(300), Duration.ofMinutes(5));
    Duration lifetime =
        section.duration(
            "token-lifetime", Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofHours(1));
    String issuer = section.text("issuer").orElse("bauta-grant-service");
    if (!issuer.matches("[A-Za-z0-9._/:-]{1,100}"))
      section.fault("issuer", "must be 1 to 100 letters, digits, or ._/:-");
    if (heartbeat.multipliedBy(2).compareTo(lease) > 0) {
      section.fault(
          "lease",
          "must be at least twice the heartbeat, or a single lost heartbeat masks everything");
    }
    section.noOthers();
    return new ServiceConfig.Grants(issuer, heartbeat, lease, lifetime);
  }

  private static boolean stopOnAuditFault(Section section) {
    String action = section.text("on-fault").orElse("stop");
    if (!action.equals("stop") && !action.equals("warn"))
      section.fault("on-fault", "must be stop or warn");
    section.noOthers();
    return !action.equals("warn");
  }

  private List<ServiceConfig.Known<Person>> people(Section root) {
    List<ServiceConfig.Known<Person>> people = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<ChatAccount> accounts = new HashSet<>();
    Map<Section, String> leads = new LinkedHashMap<>();
    for (Section section : root.sections("people")) {
      String name = section.required("name");
      if (!names.add(name)) section.fault("name", "is there twice; every person has one entry");
      if (name.equals("service"))
        section.fault("name", "is the service's own in the audit log; choose another");
      Set<ChatAccount> chats = new HashSet<>();
      for (ChatPlatformProvider provider : providers) {
        if (!section.has(provider.name())) continue;
        Section chat = section.section(provider.name());
        ChatAccount account =
            new ChatAccount(provider.name(), chat.required("team"), chat.required("user"));
        if (!accounts.add(account))
          section.fault(
              provider.name(), "belongs to somebody else already; one account is one person");
        chat.noOthers();
        chats.add(account);
      }
      String identity = section.text("sign-in").orElse(name);
      if (!name.equals(identities.getOrDefault(identity, name)))
        section.fault("sign-in", "is somebody else's already, or somebody's name");
      identities.put(identity, name);
      Optional<String> lead = section.text("lead");
      lead.ifPresent(l -> leads.put(section, l));
      people.add(
          new ServiceConfig.Known<>(
              new Person(name, roles(section), chats, section.names("groups"), lead),
              hashes(section)));
      section.noOthers();
    }
    leads.forEach(
        (section, lead) -> {
          if (!names.contains(lead))
            section.fault("lead", "names '" + lead + "', who is not under people:; add the person");
        });
    return people;
  }

  private static Set<Role> roles(Section section) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : section.names("roles")) {
      try {
        roles.add(Role.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        section.fault(
            "roles",
            "has the unknown role '" + name + "'; known are requester, approver, auditor, admin");
      }
    }
    return roles;
  }

  private static List<String> hashes(Section section) {
    Optional<String> hash = section.text("api-token-sha256").map(h -> h.toLowerCase(Locale.ROOT));
    if (hash.isPresent() && !hash.get().matches("[0-9a-f]{64}")) {
      section.fault(
          "api-token-sha256",
          "must be the token's SHA-256 in 64 hex digits; never put the token itself here");
      return List.of();
    }
    return hash.map(List::of).orElse(List.of());
  }

  private List<ServiceConfig.Known<AgentAccount>> agents(Section root, Policy policy) {
    List<ServiceConfig.Known<AgentAccount>> agents = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section section : root.sections("agents")) {
      String name = section.required("name");
      if (!names.add(name)) section.fault("name", "is there twice; every account has one entry");
      Set<String> services = section.names("services");
      if (services.isEmpty())
        section.fault(
            "services", "is empty; name the services whose grants these agents may receive");
      for (String service : services) {
        if (policy.service(service).isEmpty())
          section.fault(
              "services", "names '" + service + "', which is not under services:; add it there");
      }
      agents.add(new ServiceConfig.Known<>(new AgentAccount(name, services), hashes(section)));
      section.noOthers();
    }
    return agents;
  }

  private List<ServiceConfig.Known<ServiceAccount>> accounts(Section root, List<Person> people) {
    List<ServiceConfig.Known<ServiceAccount>> accounts = new ArrayList<>();
    Set<String> names = new HashSet<>(Set.of("service", "operator"));
    people.forEach(person -> names.add(person.name()));
    for (Section section : root.sections("service-accounts")) {
      String name = section.required("name");
      if (!names.add(name))
        section.fault("name", "is taken; every person and account has a name of their own");
      Set<AccountScope> scopes = EnumSet.noneOf(AccountScope.class);
      for (String word : section.names("scopes")) {
        AccountScope.of(word)
            .ifPresentOrElse(
                scopes::add,
                () ->
                    section.fault(
                        "scopes",
                        "has the unknown scope '"
                            + word
                            + "'; known are "
                            + String.join(", ", AccountScope.words())));
      }
      accounts.add(new ServiceConfig.Known<>(new ServiceAccount(name, scopes), hashes(section)));
      section.noOthers();
    }
    return accounts;
  }

  private static void uniqueTokens(Section root, List<ServiceConfig.Known<?>> callers) {
    Set<String> hashes = new HashSet<>();
    for (ServiceConfig.Known<?> caller : callers) {
      if (!hashes.addAll(caller.tokenHashes()) && !caller.tokenHashes().isEmpty())
        root.fault("people", "and accounts have one token for two; give everybody their own");
    }
  }
}
