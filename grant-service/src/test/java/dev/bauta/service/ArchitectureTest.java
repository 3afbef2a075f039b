package dev.bauta.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "dev.bauta.service.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void access_importsTheJdkGrantsAndPolicyOnly() {
    classes()
        .that()
        .resideInAPackage(ROOT + "access..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.bauta.grants..", ROOT + "policy..", ROOT + "access..")
        .check(CLASSES);
  }

  @Test
  void policy_knowsNeitherRequestsNorGrants() {
    classes()
        .that()
        .resideInAPackage(ROOT + "policy..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.bauta.engine..", ROOT + "policy..")
        .check(CLASSES);
  }

  @Test
  void audit_knowsNoStorageAndNoServer() {
    classes()
        .that()
        .resideInAPackage(ROOT + "audit..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", ROOT + "access..", ROOT + "audit..")
        .check(CLASSES);
  }

  @Test
  void store_pointsAtAccessAndTheChatPorts_neverAtHttpOrApp() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "http..", ROOT + "app..", ROOT + "chat.slack..")
        .check(CLASSES);
  }

  @Test
  void signIn_pointsAtAccess_neverAtStoreHttpChatOrApp() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "signin..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "store..", ROOT + "http..", ROOT + "chat..", ROOT + "app..")
        .check(CLASSES);
  }

  @Test
  void chat_pointsAtAccess_neverAtStoreHttpOrApp() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "chat..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "store..", ROOT + "http..", ROOT + "app..")
        .check(CLASSES);
  }

  @Test
  void http_knowsNoChatAndNoSql() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "chat..", ROOT + "app..", "java.sql..", "org.jdbi..")
        .check(CLASSES);
  }

  @Test
  void slacksTypes_stayInSlacksPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "chat.slack..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.slack..")
        .check(CLASSES);
  }

  @Test
  void nothing_pointsAtApp() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "app..")
        .check(CLASSES);
  }
}
