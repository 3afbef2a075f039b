package dev.bauta.service.signin;

import dev.bauta.service.access.ChatAccount;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Which chat account is whose, and the codes it is proved with. Thread-safe. */
public interface LinkStore {
  /** A code that was given to that account; its text is kept as a hash. */
  record Code(String sha256, ChatAccount account, Instant expires) {}

  void remember(Code code);

  Optional<Code> code(String sha256);

  /** Gives it once. */
  Optional<Code> take(String sha256);

  /** False where the account is somebody's already, or the person has one in that workspace. */
  boolean link(ChatAccount account, String person, Instant at);

  /** False where there was none. */
  boolean unlink(String platform, String person);

  /** People by their account. */
  Map<ChatAccount, String> links();

  void forgetCodes(Instant before);
}
