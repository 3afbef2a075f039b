package dev.bauta.it.orm;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;

/** The same row, kept in a cache that all sessions share. */
@Entity
@Table(name = "persons")
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
public class CachedPerson implements Serializable {

  private static final long serialVersionUID = 1;

  @Id public Integer id;

  @Column(name = "full_name")
  public String fullName;

  public String mail;

  public String note;

  public String status;

  protected CachedPerson() {}

  static CachedPerson of(int id, String fullName, String mail) {
    CachedPerson person = new CachedPerson();
    person.id = id;
    person.fullName = fullName;
    person.mail = mail;
    person.status = "new";
    return person;
  }
}
