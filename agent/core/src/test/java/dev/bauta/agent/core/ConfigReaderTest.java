package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.ViewerSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {

  @TempDir Path folder;

  private final Properties properties = new Properties();
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void withoutAnyConfiguration_everySinkIsMaskedAndNothingIsUnmasked() throws ConfigException {
    AgentConfig config = read("");
    assertThat(config.enabled()).isTrue();
    for (Sink sink : Sink.values()) {
      assertThat(config.modes().of(sink)).isEqualTo(Mode.MASK);
    }
    assertThat(config.grants()).isNull();
  }

  @Test
  void theOptionAfterTheJar_beatsPropertyVariableAndFile() throws Exception {
    Path file = file("sinks:\n  json: off\n  log: off\n  jdbc: off\n");
    environment.put("BAUTA_SINKS_LOG", "mask");
    environment.put("BAUTA_SINKS_JDBC", "off");
    properties.setProperty("bauta.sinks.jdbc", "mask");
    AgentConfig config = read("config=" + file + ",sinks.log=off");
    assertThat(config.modes().of(Sink.LOG)).isEqualTo(Mode.OFF);
    assertThat(config.modes().of(Sink.JSON)).isEqualTo(Mode.OFF);
    assertThat(config.modes().of(Sink.JDBC)).isEqualTo(Mode.MASK);
    assertThat(config.settled()).containsExactlyInAnyOrder(Sink.LOG, Sink.JDBC);
  }

  @Test
  void aProfile_setsModes_whichStillCanBeSetThemselves() throws Exception {
    assertThat(read("").modes().of(Sink.JDBC)).isEqualTo(Mode.MASK);
    assertThat(read("profile=service").modes().of(Sink.JDBC)).isEqualTo(Mode.TRACK);
    assertThat(read("profile=service").modes().of(Sink.LOG)).isEqualTo(Mode.MASK);
    assertThat(read("profile=observe").modes().of(Sink.JSON)).isEqualTo(Mode.OBSERVE);
    assertThat(read("profile=service,sinks.jdbc=mask").modes().of(Sink.JDBC)).isEqualTo(Mode.MASK);
    assertThatThrownBy(() -> read("profile=batch"))
        .hasMessageContaining("'batch' is not known; use console, service or observe");
    assertThatThrownBy(() -> read("sinks.log=track"))
        .hasMessageContaining("'track' is not known; use mask, observe or off");
  }

  @Test
  void howValuesAreTracked_isReadAndChecked() throws Exception {
    assertThat(read("").tracking()).isEqualTo(new TrackingSettings(65_536, 300, true));
    assertThat(read("tracked=off").tracking()).isNull();
    assertThat(read("tracked.seconds=60,tracked.parts=off,tracked.entries=1000").tracking())
        .isEqualTo(new TrackingSettings(1_000, 60, false));
    assertThatThrownBy(() -> read("tracked.seconds=0"))
        .hasMessageContaining("'0' is not a number from 1 to 4000");
  }

  @Test
  void everyFault_isNamedWithItsPlaceAndRemedy() throws IOException {
    Path file = file("service: desk\nsinks:\n  josn: off\n");
    properties.setProperty("bauta.sink.log", "mask");
    assertThatThrownBy(() -> read("config=" + file + ",stauts=off,sinks.jdbc=maks"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("-javaagent options: unknown option 'stauts'; did you mean 'status'?")
        .hasMessageContaining("'maks' is not known; use mask, track, observe or off")
        .hasMessageContaining("system property bauta.sink.log: unknown option 'sink.log'")
        .hasMessageContaining(file + ":3: unknown option 'sinks.josn'");
  }

  @Test
  void faultsOfRulesAndOfOptions_areNamedTogether() throws IOException {
    Path file =
        file("sinks:\n  log: maks\nrules:\n  - colunm: x\n    type: name\ngrants:\n  ulr: x\n");
    assertThatThrownBy(() -> read("config=" + file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(file + ":4:5: unknown setting 'colunm'")
        .hasMessageContaining(file + ":2: option 'sinks.log': 'maks' is not known")
        .hasMessageContaining(file + ":7: unknown option 'grants.ulr'");
  }

  @Test
  void onStartFailureOfAFileWithWrongRules_isKept() throws IOException {
    Path file = file("onStartFailure: continue\nrules: [{}]\n");
    ConfigReader reader = new ConfigReader("config=" + file, properties, environment);
    assertThatThrownBy(reader::read).isInstanceOf(ConfigException.class);
    assertThat(reader.exitsOnFailure()).isFalse();
  }

  @Test
  void aMissingFile_isNamed() {
    assertThatThrownBy(() -> read("config=" + folder.resolve("absent.yaml")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("cannot read")
        .hasMessageContaining("absent.yaml");
  }

  @Test
  void aGrantServiceWithoutTokenKeyAndName_saysAllThatIsMissing() {
    assertThatThrownBy(() -> read("grants.url=https://grants.example.com"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("grants.token")
        .hasMessageContaining("grants.trustKey")
        .hasMessageContaining("'service'")
        .hasMessageContaining("'environment'");
  }

  @Test
  void aTrustKeyThatIsNone_isRefusedWithoutBeingPrinted() {
    assertThatThrownBy(
            () ->
                read(
                    "grants.url=https://grants.example.com,grants.token=t0ken,service=a,"
                        + "environment=b,grants.trustKey=bm90IGEga2V5"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is no Ed25519 public key")
        .hasMessageNotContaining("bm90IGEga2V5")
        .hasMessageNotContaining("t0ken");
  }

  @Test
  void proxies_areRangesOfAddresses_ofBothKinds() throws Exception {
    Path file = file("principal:\n  header: X-User\n  proxies: [10.0.0.0/8, '::1']\n");
    ViewerSources sources = read("config=" + file).principals().sources();
    assertThat(sources.header()).isEqualTo("X-User");
    assertThat(sources.contextKey()).isNull();
    assertThat(sources.proxy()).accepts("10.1.2.3", "::1", "0:0:0:0:0:0:0:1");
    assertThat(sources.proxy()).rejects("11.1.2.3", "::2", "proxy.example.com", "", null);
  }

  @Test
  void aHeaderWithoutProxies_isRefused_andSoAreProxiesByName() {
    assertThatThrownBy(() -> read("principal.header=X-User"))
        .hasMessageContaining("name them in 'principal.proxies'");
    assertThatThrownBy(() -> read("principal.header=X-User,principal.proxies=lb.example.com"))
        .hasMessageContaining("write it like 10.0.0.0/8");
  }

  @Test
  void osUser_countsOnlyWhenAskedFor() throws ConfigException {
    assertThat(read("").principals().osUser()).isNull();
    assertThat(read("principal.osUser=true").principals().osUser())
        .isEqualTo(System.getProperty("user.name"));
  }

  @Test
  void onStartFailureContinue_isKnownEvenWhenTheRestIsWrong() {
    ConfigReader reader =
        new ConfigReader("onStartFailure=continue,nonsense", properties, environment);
    assertThatThrownBy(reader::read).isInstanceOf(ConfigException.class);
    assertThat(reader.exitsOnFailure()).isFalse();
  }

  private AgentConfig read(String arguments) throws ConfigException {
    return new ConfigReader(arguments, properties, environment).read();
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("bauta.yaml"), yaml);
  }
}
