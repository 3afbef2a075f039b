package dev.bauta.service.chat.slack;

import dev.bauta.service.access.Actor;
import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.Person;
import java.util.Optional;

/** Slack's users and the directory's people. Thread-safe. */
final class People {
  private final Directory directory;
  private final String team;

  People(Directory directory, String team) {
    this.directory = directory;
    this.team = team;
  }

  /** Who that user is to us; a stranger may do nothing, and is recorded. */
  Actor actor(String userTeam, String user) {
    return directory
        .byChat(SlackPlatform.NAME, userTeam, user)
        .map(person -> Actor.of(person, SlackPlatform.NAME, ""))
        .orElseGet(() -> Actor.stranger("slack:" + userTeam + "/" + user, SlackPlatform.NAME, ""));
  }

  /** The person's user id in our workspace. */
  Optional<String> user(String name) {
    return directory
        .person(name)
        .flatMap(person -> person.chat(SlackPlatform.NAME))
        .filter(account -> account.team().equals(team))
        .map(ChatAccount::user);
  }

  /** The person as Slack shows people, or the bare name. */
  String shown(String name) {
    return user(name).map(id -> "<@" + id + ">").orElseGet(() -> SlackText.escaped(name, 80));
  }

  Optional<Person> person(String name) {
    return directory.person(name);
  }
}
