package com.example.people.web;

import ch.qos.logback.classic.LoggerContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.h2.Driver;
import org.slf4j.LoggerFactory;

/** Lets go of what would keep the application in memory after it was taken down. */
@WebListener
public final class Cleaning implements ServletContextListener {

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    Driver.unload();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.stop();
    }
  }
}
