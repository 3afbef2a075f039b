package dev.bauta.it.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row whose update writes every column, as most mappers do unless they are told otherwise. */
@Entity
@Table(name = "persons")
public class Person {

  @Id public Integer id;

  @Column(name = "full_name")
  public String fullName;

  public String mail;

  public String note;

  public String status;

  protected Person() {}
}
