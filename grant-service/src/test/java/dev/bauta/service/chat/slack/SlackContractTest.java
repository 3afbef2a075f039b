package dev.bauta.service.chat.slack;

import dev.bauta.service.chat.ChatPlatformContractTest;
import dev.bauta.service.chat.slack.standin.Message;
import dev.bauta.service.chat.slack.standin.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SlackContractTest extends ChatPlatformContractTest<Message, SignedRequest> {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = Office.open(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private static String id(User user) {
    return switch (user) {
      case REQUESTER -> Office.GRACE;
      case APPROVER -> Office.ADA;
      case OTHER_APPROVER -> Office.EDSGER;
      case COLLEAGUE -> Office.LINUS;
      case STRANGER -> Office.MALLORY;
    };
  }

  @Override
  protected Message ask() {
    return office.asked();
  }

  @Override
  protected Message now(Message seen) {
    return office.card(seen);
  }

  @Override
  protected boolean hasButtons(Message message) {
    return !message.buttons().isEmpty();
  }

  @Override
  protected SignedRequest approval(User user, Message message) {
    return office.slack.pressRequest(id(user), message, Ids.APPROVE);
  }

  @Override
  protected boolean send(SignedRequest request) {
    return office.slack.send(request).isAcknowledged();
  }

  @Override
  protected SignedRequest forged(SignedRequest request) {
    return request.withSignature("v0=" + "0".repeat(64));
  }

  @Override
  protected SignedRequest redelivered(SignedRequest request) {
    return SignedRequest.of(
        office.slack.signingSecret(),
        Instant.now().plusSeconds(1),
        new String(request.body(), StandardCharsets.UTF_8));
  }

  @Override
  protected String state(Message message) {
    return office.request(message).path("state").asText();
  }

  @Override
  protected List<String> toldAlone(User user) {
    return office.slack.messages(Office.CHANNEL).stream()
        .filter(m -> id(user).equals(m.seenBy()))
        .map(Message::text)
        .toList();
  }

  @Override
  protected List<String> refusals(String code) {
    return office.refusals(code);
  }

  @Override
  protected void await(BooleanSupplier condition) {
    Office.await(condition);
  }
}
