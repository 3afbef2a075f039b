package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.engine.RuleFile;
import dev.bauta.engine.WatchedRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleReloadTest {

  private static final String MAIL = "ada@example.com";

  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();
  private Path file;
  private MaskingService masking;
  private RuleReload reload;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("bauta.yaml");
    String yaml = "rules: [{column: nick, type: name}, {mdc: who, type: name}]";
    Files.writeString(file, yaml);
    RuleFile read = RuleFile.parse(file.toString(), yaml);
    Reveals nothing = Reveals.NOTHING;
    masking =
        new MaskingService(
            read.rules(),
            new SinkModes(Modes.all(Mode.MASK)),
            new Sightings(new Counters()),
            nothing,
            new ViewerContext(() -> true),
            new Tracking(null, new Counters()),
            new Counters());
    reload = new RuleReload(new WatchedRules(file.toString(), read), masking, null, null);
  }

  @Test
  void newRules_holdForTextsKeysAndPlacesThatHooksHaveKept() throws IOException {
    Place column = masking.column("t", "nick");
    Place annotated = masking.annotated(Sink.JSON, "email", "email");
    Place key = masking.key(Sink.JSON, "password");
    write("types: {email: {masker: redact}, secret: {enabled: false}}");
    reload.look(said::add);
    assertThat(masking.text(Sink.LOG, null, MAIL)).isEqualTo("[EMAIL]");
    assertThat(annotated.hide(MAIL)).isEqualTo("[EMAIL]");
    assertThat(column.hide("Countess")).isEqualTo("Countess");
    assertThat(key.hide("open sesame")).isEqualTo("open sesame");
    assertThat(key.numeric()).isFalse();
    assertThat(masking.column("t", "nick")).isNull();
    assertThat(reload.reloads()).isOne();
    assertThat(said).hasSize(1).first().asString().contains("are in use");
  }

  @Test
  void wrongRules_leaveTheOldOnesInUse_loudlyAndOnce() throws IOException {
    write("rules: [{column: nick, tpye: name}]");
    reload.look(said::add);
    reload.look(said::add);
    assertThat(masking.column("t", "nick").hide("Countess")).isNotEqualTo("Countess");
    assertThat(reload.isStale()).isTrue();
    assertThat(reload.refusals()).isOne();
    assertThat(said.get(0)).contains("THE OLD RULES STAY");
    assertThat(said).anySatisfy(line -> assertThat(line).contains("bauta.yaml:1:24", "'tpye'"));
    assertThat(said).filteredOn(line -> line.contains("OLD RULES")).hasSize(1);
    write("rules: [{column: alias, type: name}]");
    reload.look(said::add);
    assertThat(reload.isStale()).isFalse();
    assertThat(masking.column("t", "alias")).isNotNull();
  }

  @Test
  void rulesOfTheLoggingContext_holdThereOnly() {
    assertThat(masking.contextKey("who").hide("Ada")).isNotEqualTo("Ada");
    assertThat(masking.key(Sink.LOG, "who")).isNull();
  }

  @Test
  void rulesOfALogger_holdForItsTextsOnly() throws IOException {
    write("rules: [{logger: com.acme.*, type: email, masker: redact}]");
    reload.look(said::add);
    assertThat(masking.text(Sink.LOG, "com.acme.Mailer", MAIL)).isEqualTo("[EMAIL]");
    assertThat(masking.text(Sink.LOG, "org.else", MAIL)).isEqualTo("a***@example.com");
    assertThat(masking.text(Sink.LOG, null, MAIL)).isEqualTo("a***@example.com");
    assertThat(masking.text(Sink.JSON, "com.acme.Mailer", MAIL)).isEqualTo("a***@example.com");
  }

  @Test
  void allowedValues_areShownInPlacesToo() throws IOException {
    write("allow: [{values: [noreply@example.com], sinks: [json]}]");
    reload.look(said::add);
    assertThat(masking.annotated(Sink.JSON, "email", "m").hide("noreply@example.com"))
        .isEqualTo("noreply@example.com");
    assertThat(masking.annotated(Sink.LOG, "email", "m").hide("noreply@example.com"))
        .isNotEqualTo("noreply@example.com");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(file, yaml);
  }
}
