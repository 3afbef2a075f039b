package dev.bauta.service.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every chat platform must do, against the running service. A platform's test says how its
 * users act, by a stand-in that speaks the platform's own protocol.
 *
 * @param <M> a message with buttons, as it stood when it was seen
 * @param <R> a request to the service, with its signature
 */
public abstract class ChatPlatformContractTest<M, R> {
  /** Who acts. */
  protected enum User {
    REQUESTER,
    APPROVER,
    OTHER_APPROVER,
    /** May ask, and decides for no service. */
    COLLEAGUE,
    /** In the workspace, and unknown to the service. */
    STRANGER
  }

  /** The requester asks; the message the approvers then see. */
  protected abstract M ask();

  /** The message as it stands now. */
  protected abstract M now(M seen);

  protected abstract boolean hasButtons(M message);

  protected abstract R approval(User user, M message);

  /** Sends it; whether it was acknowledged. */
  protected abstract boolean send(R request);

  protected abstract R forged(R request);

  /** Says the same, signed anew: as a platform delivers again what it thinks was lost. */
  protected abstract R redelivered(R request);

  protected abstract String state(M message);

  /** Everything that user alone was told. */
  protected abstract List<String> toldAlone(User user);

  /** The refusals in the audit log with that word. */
  protected abstract List<String> refusals(String code);

  protected abstract void await(java.util.function.BooleanSupplier condition);

  private void awaitTold(User user, String text) {
    await(() -> toldAlone(user).stream().anyMatch(t -> t.contains(text)));
  }

  @Test
  void acknowledgedApproval_isDone_andTheButtonsGo() {
    M message = ask();
    assertThat(hasButtons(message)).isTrue();
    assertThat(send(approval(User.APPROVER, message))).isTrue();
    await(() -> state(message).equals("APPROVED"));
    await(() -> !hasButtons(now(message)));
  }

  @Test
  void forgedClick_isNotAcknowledged_andDoesNothing() {
    M message = ask();
    assertThat(send(forged(approval(User.APPROVER, message)))).isFalse();
    assertThat(state(message)).isEqualTo("PENDING");
    assertThat(refusals("forged")).isNotEmpty();
  }

  @Test
  void replayedClick_isNotAcknowledged() {
    M message = ask();
    R click = approval(User.COLLEAGUE, message);
    assertThat(send(click)).isTrue();
    assertThat(send(click)).isFalse();
    awaitTold(User.COLLEAGUE, "not an approver");
    assertThat(refusals("not-an-approver")).hasSize(1);
  }

  @Test
  void clickDeliveredTwice_isAcknowledgedTwice_andDoneOnce() {
    M message = ask();
    R click = approval(User.STRANGER, message);
    assertThat(send(click)).isTrue();
    assertThat(send(redelivered(click))).isTrue();
    awaitTold(User.STRANGER, "not an approver");
    assertThat(refusals("not-an-approver")).hasSize(1);
  }

  @Test
  void ownRequest_isRefused_toldAndRecorded() {
    M message = ask();
    assertThat(send(approval(User.REQUESTER, message))).isTrue();
    awaitTold(User.REQUESTER, "Nobody decides their own request");
    assertThat(refusals("self-decision")).hasSize(1);
    assertThat(state(message)).isEqualTo("PENDING");
    assertThat(hasButtons(now(message))).isTrue();
  }

  @Test
  void secondDecision_isRefused_andSaysWhoMadeTheFirst() {
    M message = ask();
    send(approval(User.APPROVER, message));
    await(() -> state(message).equals("APPROVED"));
    assertThat(send(approval(User.OTHER_APPROVER, message))).isTrue();
    awaitTold(User.OTHER_APPROVER, "Already approved by");
    assertThat(refusals("already-decided")).hasSize(1);
  }
}
