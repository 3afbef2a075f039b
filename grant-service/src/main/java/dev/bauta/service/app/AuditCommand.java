package dev.bauta.service.app;

import dev.bauta.grants.Keys;
import dev.bauta.service.store.AuditVerifier;
import dev.bauta.service.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit verify}: checks a log without the service. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "The audit log.",
    subcommands = AuditCommand.Verify.class)
final class AuditCommand {

  /** {@code audit verify}. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Checks every record, hash and signed checkpoint, and the requests' states. Exit code 1 if anything is wrong.")
  static final class Verify implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
    Path data;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "service.yaml, for a log in PostgreSQL")
    Path config;

    @Option(
        names = "--key",
        paramLabel = "FILE",
        description =
            "the audit key's public half, as you were given it; by default the data folder's")
    Path key;

    @Option(
        names = "--checkpoints",
        paramLabel = "FILE",
        description = "checkpoints kept elsewhere; by default the data folder's")
    Path checkpoints;

    @Spec CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      Optional<ServiceConfig> read =
          config == null ? Optional.empty() : Optional.of(Main.config(Optional.of(config)));
      DataFolder folder =
          new DataFolder(
              data != null ? data : read.map(ServiceConfig::data).orElse(Path.of("bauta-data")));
      Path keyFile = key != null ? key : folder.keys().resolve("audit.pub");
      if (!Files.exists(keyFile))
        throw new ConfigException(
            List.of(
                keyFile
                    + ": there is no such key; name it with --key, or the data folder with --data"));
      PublicKey publicKey = Keys.readPublic(Files.readString(keyFile, StandardCharsets.US_ASCII));
      AuditVerifier verifier = new AuditVerifier(AuditOrigin.of(publicKey), publicKey);
      List<String> outside =
          CheckpointFile.read(checkpoints != null ? checkpoints : folder.checkpoints());
      try (Database database = open(folder, read)) {
        return report(verifier.verify(database, outside));
      }
    }

    private static Database open(DataFolder folder, Optional<ServiceConfig> read) {
      if (read.flatMap(ServiceConfig::postgres).isPresent()) return folder.open(read.get());
      if (!Files.exists(folder.database()))
        throw new ConfigException(
            List.of(
                folder.database()
                    + ": there is no such database; name the data folder with --data"));
      return Database.sqliteAsItIs(folder.database());
    }

    private int report(AuditVerifier.Report report) {
      PrintWriter out = spec.commandLine().getOut();
      report.faults().forEach(f -> out.println("WRONG: " + f));
      out.println(
          (report.isSound() ? "The audit log is sound: " : "The audit log is NOT sound: ")
              + report.size()
              + " records, "
              + report.checkpoints()
              + " signed checkpoints agree, root "
              + report.root());
      out.flush();
      return report.isSound() ? 0 : 1;
    }
  }
}
