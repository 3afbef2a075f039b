package dev.bauta.service.access;

/** The person is not in the service's list of approvers. */
public final class NotAnApproverException extends RefusedException {
  NotAnApproverException(String service) {
    super("not-an-approver", "You are not an approver of " + service + ".");
  }
}
