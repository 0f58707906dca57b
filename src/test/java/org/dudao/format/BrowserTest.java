package org.dudao.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.dudao.Programs;
import org.dudao.fact.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser: its own style and script work, and nothing that somebody brings into its text does. */
class BrowserTest {
  private static final String BROWSER = "chromium";
  private static final int MOST_SECONDS = 120;
  private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\"[^>]*>";
  private static final String HIDING = "<style>* { display: none !important }</style>";

  @TempDir private Path folder;
  private String page;

  @BeforeEach
  void write_the_page() throws IOException {
    assumeThat(Programs.isThere(BROWSER)).as("a browser is there").isTrue();
    page = GoldenTest.written("html", SampleReport.report(), SampleReport.withPasses(Language.ZH));
    assertThat(page).containsPattern(POLICY).contains("<form id=\"filter\" hidden");
  }

  @Test
  void its_own_script_runs() throws Exception {
    assertThat(shown(page)).contains("<form id=\"filter\"").doesNotContain("<form id=\"filter\" hidden");
    assertThat(shown(page.replace("(function () {", "(function ()  {"))).as("a script that is not the page's")
        .contains("<form id=\"filter\" hidden");
  }

  @Test
  void its_own_style_is_applied_and_no_other() throws Exception {
    byte[] whole = pictured(page);
    assertThat(pictured(page.replaceFirst("(?s)<style>.*?</style>", ""))).isNotEqualTo(whole);
    assertThat(pictured(page.replace("</head>", HIDING + "</head>").replace("<body>", "<body style=\"display: none\">")))
        .isEqualTo(whole);
    assertThat(pictured(page.replaceFirst(POLICY, "").replace("</head>", HIDING + "</head>"))).isNotEqualTo(whole);
  }

  @Test
  void what_is_brought_into_the_text_neither_runs_nor_loads() throws Exception {
    Set<String> asked = new ConcurrentSkipListSet<>();
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      asked.add(exchange.getRequestURI().getPath());
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
    });
    server.start();
    try {
      String there = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      String brought =
          """
          <script>document.body.dataset.script = "ran";</script>
          <img src="%1$simage" onerror="document.body.dataset.handler = 'ran'"/>
          <svg onload="document.body.dataset.vector = 'ran'"></svg>
          <script src="%1$sscript"></script>
          <link rel="stylesheet" href="%1$ssheet"/>
          <style>@import "%1$simport"; body { background: url(%1$sbackground) }</style>
          <iframe src="%1$sframe"></iframe>
          <object data="%1$sobject"></object>
          <video src="%1$svideo"></video>
          """.formatted(there);
      String other = page.replace("</main>", brought + "</main>");
      assertThat(other).isNotEqualTo(page);

      assertThat(shown(other)).doesNotContain("data-script", "data-handler", "data-vector");
      assertThat(asked).isEmpty();

      assertThat(shown(other.replaceFirst(POLICY, ""))).as("without the policy")
          .contains("data-script=\"ran\"", "data-handler=\"ran\"", "data-vector=\"ran\"");
      assertThat(asked).contains("/image", "/script", "/sheet", "/import", "/background", "/frame", "/object", "/video");
    } finally {
      server.stop(0);
    }
  }

  /** What the page has become when it is loaded. */
  private String shown(String html) throws IOException, InterruptedException {
    Path out = folder.resolve("shown.html");
    browse(html, out, "--dump-dom");
    String shown = Files.readString(out);
    assertThat(shown).contains("</html>");
    return shown;
  }

  /** A picture of the page. */
  private byte[] pictured(String html) throws IOException, InterruptedException {
    Path picture = folder.resolve("picture.png");
    browse(html, folder.resolve("log"), "--screenshot=" + picture, "--window-size=800,600", "--hide-scrollbars");
    byte[] bytes = Files.readAllBytes(picture);
    Files.delete(picture);
    return bytes;
  }

  private void browse(String html, Path out, String... what) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("page.html"), html);
    List<String> command =
        new ArrayList<>(
            List.of(
                BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(what));
    command.add(file.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean isDone = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    assertThat(isDone).as("the browser ends").isTrue();
  }
}
