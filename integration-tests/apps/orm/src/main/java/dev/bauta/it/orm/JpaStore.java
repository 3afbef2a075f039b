package dev.bauta.it.orm;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/** JPA: Hibernate 5, 6 and 7, and EclipseLink. */
record JpaStore(EntityManagerFactory factory) implements Store {

  static JpaStore hibernate(String url) {
    org.hibernate.cfg.Configuration configuration = new org.hibernate.cfg.Configuration();
    configuration.addAnnotatedClass(Person.class);
    configuration.addAnnotatedClass(LockedPerson.class);
    Properties properties = new Properties();
    properties.setProperty("hibernate.connection.url", url);
    properties.setProperty("hibernate.connection.driver_class", "org.h2.Driver");
    configuration.addProperties(properties);
    return new JpaStore(configuration.buildSessionFactory());
  }

  static JpaStore eclipseLink(String url) {
    Map<String, Object> properties =
        Map.of(
            "jakarta.persistence.jdbc.url", url,
            "jakarta.persistence.jdbc.driver", "org.h2.Driver",
            "eclipselink.logging.level", "OFF",
            "eclipselink.weaving", "false");
    return new JpaStore(
        new org.eclipse.persistence.jpa.PersistenceProvider()
            .createEntityManagerFactory("persons", properties));
  }

  @Override
  public void change(int id, String status) {
    transaction(entities -> entities.find(Person.class, id).status = status);
    if (isHibernate()) { // every column stands in the WHERE clause
      transaction(entities -> entities.find(LockedPerson.class, id).status = status);
    }
  }

  @Override
  public void changeDetached(int id, String status) {
    Person[] kept = new Person[1];
    transaction(entities -> kept[0] = entities.find(Person.class, id));
    kept[0].status = status;
    transaction(entities -> entities.merge(kept[0]));
  }

  @Override
  public int findByMailOf(int id) {
    int[] found = new int[1];
    transaction(
        entities ->
            found[0] =
                entities
                    .createQuery("select p from Person p where p.mail = :mail", Person.class)
                    .setParameter("mail", entities.find(Person.class, id).mail)
                    .getResultList()
                    .size());
    return found[0];
  }

  @Override
  public void saveCopy(int id) {
    transaction(
        entities -> {
          Person person = entities.find(Person.class, id);
          person.mail = new String(person.mail);
          person.status = "copied";
        });
  }

  @Override
  public void close() {
    factory.close();
  }

  private boolean isHibernate() {
    return factory.getClass().getName().startsWith("org.hibernate.");
  }

  private void transaction(Consumer<EntityManager> work) {
    EntityManager entities = factory.createEntityManager();
    try {
      entities.getTransaction().begin();
      work.accept(entities);
      entities.getTransaction().commit();
    } finally {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.close();
    }
  }
}
