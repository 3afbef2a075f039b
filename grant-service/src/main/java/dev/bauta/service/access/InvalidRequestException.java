package dev.bauta.service.access;

import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot be made as it stands; says what is wrong with which field. */
public final class InvalidRequestException extends RefusedException {
  private final transient List<Fault> faults;

  public InvalidRequestException(List<Fault> faults) {
    super(
        "invalid-request",
        faults.stream().map(f -> f.field() + ": " + f.message()).collect(Collectors.joining(" ")));
    this.faults = List.copyOf(faults);
  }

  /** Never empty; in the order of the form. */
  public List<Fault> faults() {
    return faults;
  }
}
