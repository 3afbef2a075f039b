package dev.bauta.sample;

import dev.bauta.annotations.Pii;
import java.time.LocalDate;

/** An order: a class of the older kind, with getters and a {@code toString()} written by hand. */
public final class Order {

  private final long id;
  private final long customerId;
  private final String item;
  private final long cents;

  @Pii("payment-card")
  private final String cardNumber;

  @Pii("address")
  private final String deliverTo;

  private final LocalDate ordered;
  private final String remark;

  Order(
      long id,
      long customerId,
      String item,
      long cents,
      String cardNumber,
      String deliverTo,
      LocalDate ordered,
      String remark) {
    this.id = id;
    this.customerId = customerId;
    this.item = item;
    this.cents = cents;
    this.cardNumber = cardNumber;
    this.deliverTo = deliverTo;
    this.ordered = ordered;
    this.remark = remark;
  }

  public long getId() {
    return id;
  }

  public long getCustomerId() {
    return customerId;
  }

  public String getItem() {
    return item;
  }

  public long getCents() {
    return cents;
  }

  public String getCardNumber() {
    return cardNumber;
  }

  public String getDeliverTo() {
    return deliverTo;
  }

  public LocalDate getOrdered() {
    return ordered;
  }

  public String getRemark() {
    return remark;
  }

  @Override
  public String toString() {
    return "Order " + id + ": " + item + ", card " + cardNumber + ", to " + deliverTo;
  }
}
