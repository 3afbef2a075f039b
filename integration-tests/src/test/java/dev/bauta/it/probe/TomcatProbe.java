package dev.bauta.it.probe;

import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** Tomcat 9, so {@code javax.servlet}: one page that shows an e-mail address from a database. */
public final class TomcatProbe {

  static final String READY = "Tomcat ready: http://127.0.0.1:";
  private static final String URL = "jdbc:h2:mem:page;DB_CLOSE_DELAY=-1";

  private TomcatProbe() {}

  /**
   * @param args Tomcat's folder; {@code open} for a page without a login
   */
  public static void main(String[] args) throws SQLException, LifecycleException {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      statement.execute("create table people (email varchar(80))");
      statement.execute("insert into people values ('" + new Canary("page").email() + "')");
    }
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(args[0]);
    tomcat.setPort(0);
    tomcat.setSilent(true);
    for (String person : new String[] {"grace", "linus"}) {
      tomcat.addUser(person, person + "-in-tomcat");
      tomcat.addRole(person, "people");
    }
    Context context = tomcat.addContext("", new File(args[0]).getAbsolutePath());
    Tomcat.addServlet(context, "page", new Page());
    context.addServletMappingDecoded("/", "page");
    if (args.length == 1) {
      protect(context);
    }
    tomcat.start();
    System.out.println(READY + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static void protect(Context context) {
    SecurityCollection everything = new SecurityCollection();
    everything.addPattern("/*");
    SecurityConstraint constraint = new SecurityConstraint();
    constraint.addAuthRole("people");
    constraint.addCollection(everything);
    context.addConstraint(constraint);
    context.addSecurityRole("people");
    context.setLoginConfig(new LoginConfig("BASIC", "people", null, null));
    context.getPipeline().addValve(new BasicAuthenticator());
  }

  private static final class Page extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      try {
        boolean inPool = "pool".equals(request.getQueryString());
        response.getWriter().print(inPool ? pool.submit(Page::read).get() : read());
      } catch (SQLException | InterruptedException | ExecutionException failed) {
        throw new ServletException(failed);
      } finally {
        pool.shutdown();
      }
    }

    private static String read() throws SQLException {
      try (Connection connection = DriverManager.getConnection(URL);
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select email from people")) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
