package dev.bauta.it.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;

/** The same row, found again by all that was read from it. */
@Entity
@Table(name = "persons")
@DynamicUpdate
@OptimisticLocking(type = OptimisticLockType.ALL)
public class LockedPerson {

  @Id public Integer id;

  @Column(name = "full_name")
  public String fullName;

  public String mail;

  public String note;

  public String status;

  protected LockedPerson() {}
}
