package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedRulesTest {

  @TempDir Path folder;

  private Path main;
  private Path team;
  private Path words;
  private WatchedRules watched;
  private long clock = 1_700_000_000L;

  @BeforeEach
  void read() throws IOException {
    main = write("bauta.yaml", "include: [team.yaml]");
    team = write("team.yaml", "rules: [{wordsFile: words.txt, type: staff, masker: redact}]");
    words = write("words.txt", "Lovelace");
    RuleFile file = RuleFile.parse(main.toString(), Files.readString(main));
    watched = new WatchedRules(main.toString(), file);
  }

  @Test
  void fileLeftAlone_isNotReadAgain() {
    assertThat(watched.poll()).isNull();
    assertThat(watched.poll()).isNull();
  }

  @Test
  void changeOfAnyFileItDependsOn_givesNewRules() throws IOException {
    watched.poll();
    write("words.txt", "Babbage");
    assertThat(watched.poll().rules().text().find("Mr Babbage")).hasSize(1);
    write("team.yaml", "rules: [{key: nick, type: name}]");
    assertThat(watched.poll().rules().key("nick")).isNotNull();
    write("bauta.yaml", "rules: [{key: alias, type: name}]");
    assertThat(watched.poll().rules().key("alias")).isNotNull();
    assertThat(watched.files()).hasSize(1);
    write("team.yaml", "nonsense");
    assertThat(watched.poll()).isNull();
  }

  @Test
  void changeBeforeTheFirstLook_isSeen() throws IOException {
    write("words.txt", "Babbage");
    assertThat(watched.poll()).isNotNull();
  }

  @Test
  void touchedFile_isNotReadAgain() throws IOException {
    watched.poll();
    touch(main);
    assertThat(watched.poll()).isNull();
  }

  @Test
  void wrongFile_isToldOnceAndLookedAtAgainWhenItIsMended() throws IOException {
    watched.poll();
    write("team.yaml", "rules: [{key: nick, tpye: name}]");
    assertThatThrownBy(() -> watched.poll())
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("team.yaml:1:21: unknown setting 'tpye'");
    assertThat(watched.poll()).isNull();
    write("team.yaml", "rules: [{key: nick, type: name}]");
    assertThat(watched.poll().rules().key("nick")).isNotNull();
  }

  @Test
  void vanishedFile_isToldOnceAndTakenWhenItIsBack() throws IOException {
    watched.poll();
    Files.delete(main);
    assertThatThrownBy(() -> watched.poll()).hasMessageContaining("cannot read");
    assertThat(watched.poll()).isNull();
    write("bauta.yaml", "rules: [{key: alias, type: name}]");
    assertThat(watched.poll()).isNotNull();
  }

  @Test
  void vanishedWordsFile_isToldAndTakenWhenItIsBack() throws IOException {
    watched.poll();
    Files.delete(words);
    assertThatThrownBy(() -> watched.poll()).hasMessageContaining("cannot read");
    write("words.txt", "Babbage");
    assertThat(watched.poll()).isNotNull();
    assertThat(team).exists();
  }

  private Path write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    touch(file);
    return file;
  }

  // A file system may keep whole seconds only.
  private void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(clock++)));
  }
}
