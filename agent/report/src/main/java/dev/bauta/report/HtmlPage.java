package dev.bauta.report;

import java.util.List;

/** A report as one page that needs nothing else: no script, no image, no other file. */
public final class HtmlPage {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Where personal data was seen</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
      h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
      h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; }
      caption { text-align: left; padding-bottom: .5rem; }
      th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8888; }
      td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
      td.place { overflow-wrap: anywhere; }
      pre { border: 1px solid #8888; border-radius: .3rem; padding: .8rem; overflow-x: auto; }
      .bad { border-left: .3rem solid #c33; padding-left: .8rem; }
      </style>
      </head>
      <body>
      <main>
      <h1>Where personal data was seen</h1>
      """;

  private static final String FOOT =
      """
      </main>
      </body>
      </html>
      """;

  private final Report report;
  private final StringBuilder out = new StringBuilder(HEAD);

  private HtmlPage(Report report) {
    this.report = report;
  }

  /** The page. */
  public static String of(Report report) {
    return new HtmlPage(report).page();
  }

  private String page() {
    summary();
    unprotected();
    places();
    nextSteps();
    processes();
    return out.append(FOOT).toString();
  }

  private void summary() {
    long values = report.seen().stream().mapToLong(Seen::count).sum();
    long kinds = report.seen().stream().map(Seen::type).distinct().count();
    out.append("<p>");
    if (report.seen().isEmpty()) {
      out.append("Nothing was seen so far.");
    } else {
      out.append(counted(values, "value")).append(" of ").append(counted(kinds, "type"));
      out.append(" at ").append(counted(report.seen().size(), "place"));
      out.append(", in ").append(counted(report.jvms().size(), "process")).append('.');
    }
    out.append(
        " Sinks in <code>observe</code> were only looked at: nothing was changed in what the");
    out.append(" application wrote, and no value is kept here.</p>\n");
  }

  private void unprotected() {
    for (Jvm jvm : report.jvms()) {
      for (Library library : jvm.libraries()) {
        if (library.state().equals("UNPROTECTED")) {
          out.append("<p class=\"bad\"><strong>Not protected:</strong> ");
          text(TextTable.service(jvm.service()) + ", " + library.sink() + " of ");
          text(library.library() + ": " + library.detail());
          out.append("</p>\n");
        }
      }
    }
  }

  private void places() {
    if (report.seen().isEmpty()) {
      return;
    }
    out.append("<h2 id=\"places\">Places</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\"");
    out.append(
        " aria-labelledby=\"places\">\n<table>\n<caption>Most often seen first. A value that");
    out.append(" passes several stages, such as an argument and the printed line, counts at each.");
    out.append(" A name that could be a value itself is not told.");
    out.append("</caption>\n");
    heads("n", "Seen", "", "What", "", "Sink", "", "Where", "", "Known by", "", "Service");
    for (Seen seen : report.seen()) {
      out.append("<tr><td class=\"n\">").append(String.format("%,d", seen.count())).append("</td>");
      cell(seen.type());
      cell(seen.sink());
      out.append("<td class=\"place\">");
      text(seen.place());
      out.append("</td>");
      cell(seen.by());
      cell(TextTable.service(seen.service()) + suffix(seen.environment()));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n</div>\n");
  }

  private void nextSteps() {
    List<String> rules = NextSteps.rules(report);
    List<String> options = NextSteps.options(report);
    out.append("<h2>What to do next</h2>\n<ol>\n");
    out.append(
        "<li>Read the places. What is no personal data goes under <code>allow</code>, or gets");
    out.append(" a rule with <code>enabled: false</code>.</li>\n");
    if (!rules.isEmpty()) {
      out.append(
          "<li>Places known by <em>content</em> are masked value by value, as far as a value");
      out.append(" can be recognised. A rule hides the place as a whole. Take those you want into");
      out.append(" <code>bauta.yaml</code>:");
      block("rules:", rules, "  ");
      out.append("</li>\n");
    }
    out.append(
        "<li>Places known by <em>rule</em> need nothing: a rule, an annotation or a built-in");
    out.append(" name says what they hold.</li>\n");
    if (!options.isEmpty()) {
      out.append("<li>Then let the sinks mask. A change of this in the file is taken up while the");
      out.append(" application runs:");
      block("sinks:", options, "");
      out.append("</li>\n");
    }
    out.append("</ol>\n");
  }

  private void processes() {
    out.append("<h2 id=\"processes\">Processes</h2>\n<div class=\"wide\" tabindex=\"0\"");
    out.append(" role=\"region\" aria-labelledby=\"processes\">\n<table>\n");
    heads("", "Service", "", "Process", "", "From", "", "To", "", "Sinks", "", "Libraries");
    for (Jvm jvm : report.jvms()) {
      out.append("<tr>");
      cell(TextTable.service(jvm.service()) + suffix(jvm.environment()));
      cell(jvm.process());
      cell(jvm.started());
      cell(jvm.written());
      cell(jvm.modes().toString().replaceAll("[{}]", "").replace("=", ": "));
      StringBuilder libraries = new StringBuilder();
      for (Library library : jvm.libraries()) {
        libraries.append(libraries.length() == 0 ? "" : ", ").append(library.library());
        libraries
            .append(" (")
            .append(library.state().toLowerCase(java.util.Locale.ROOT))
            .append(')');
      }
      cell(libraries.toString());
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n</div>\n");
  }

  private void heads(String... classesAndNames) {
    out.append("<thead><tr>");
    for (int i = 0; i < classesAndNames.length; i += 2) {
      String style = classesAndNames[i].isEmpty() ? "" : " class=\"" + classesAndNames[i] + "\"";
      out.append("<th scope=\"col\"").append(style).append('>');
      out.append(classesAndNames[i + 1]).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
  }

  private void block(String first, List<String> lines, String indent) {
    out.append("\n<pre><code>").append(first).append('\n');
    for (String line : lines) {
      text(indent + line);
      out.append('\n');
    }
    out.append("</code></pre>\n");
  }

  private void cell(String text) {
    out.append("<td>");
    text(text == null ? "" : text);
    out.append("</td>");
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }

  private static String suffix(String environment) {
    return environment == null || environment.isEmpty() ? "" : " (" + environment + ")";
  }

  private static String counted(long count, String noun) {
    String plural = noun.endsWith("s") ? noun + "es" : noun + "s";
    return String.format(java.util.Locale.ROOT, "%,d ", count) + (count == 1 ? noun : plural);
  }
}
