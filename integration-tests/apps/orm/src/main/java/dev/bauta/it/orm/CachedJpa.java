package dev.bauta.it.orm;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/** The second-level cache of Hibernate, and EclipseLink's shared cache. */
record CachedJpa(EntityManagerFactory factory, String keptQuery) implements CachedRows {

  static CachedJpa hibernate(String url) {
    org.hibernate.cfg.Configuration configuration = new org.hibernate.cfg.Configuration();
    configuration.addAnnotatedClass(CachedPerson.class);
    Properties properties = new Properties();
    properties.setProperty("hibernate.connection.url", url);
    properties.setProperty("hibernate.connection.driver_class", "org.h2.Driver");
    properties.setProperty("hibernate.cache.region.factory_class", "jcache");
    properties.setProperty("hibernate.cache.use_second_level_cache", "true");
    properties.setProperty("hibernate.cache.use_query_cache", "true");
    properties.setProperty("hibernate.javax.cache.missing_cache_strategy", "create");
    configuration.addProperties(properties);
    return new CachedJpa(configuration.buildSessionFactory(), "org.hibernate.cacheable");
  }

  static CachedJpa eclipseLink(String url) {
    Map<String, Object> properties =
        Map.of(
            "jakarta.persistence.jdbc.url", url,
            "jakarta.persistence.jdbc.driver", "org.h2.Driver",
            "eclipselink.logging.level", "OFF",
            "eclipselink.weaving", "false");
    return new CachedJpa(
        new org.eclipse.persistence.jpa.PersistenceProvider()
            .createEntityManagerFactory("cached", properties),
        "eclipselink.query-results-cache");
  }

  @Override
  public CachedPerson find(int id) {
    return inTransaction(entities -> entities.find(CachedPerson.class, id));
  }

  @Override
  public String mailByQuery(int id) {
    return inTransaction(
        entities ->
            entities
                .createQuery("select p.mail from CachedPerson p where p.id = :id", String.class)
                .setParameter("id", id)
                .setHint(keptQuery, "true")
                .getSingleResult());
  }

  @Override
  public void change(int id, String status) {
    inTransaction(entities -> entities.find(CachedPerson.class, id).status = status);
  }

  @Override
  public void insert(CachedPerson person) {
    inTransaction(
        entities -> {
          entities.persist(person);
          return person;
        });
  }

  @Override
  public void close() {
    factory.close();
  }

  private <T> T inTransaction(Function<EntityManager, T> work) {
    EntityManager entities = factory.createEntityManager();
    try {
      entities.getTransaction().begin();
      T result = work.apply(entities);
      entities.getTransaction().commit();
      return result;
    } finally {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.close();
    }
  }
}
