import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The step of the build that lists the libraries in the jar as a CycloneDX document, and keeps their licences and notices.
 * Run as source, by the version of this project, the class path, the folder of its classes, that of licences which
 * libraries do not bring, and the local repository.
 */
final class Parts {
  private static final Pattern LICENSE_FILE =
      Pattern.compile("(META-INF/)?(LICENSE|NOTICE|COPYING|about)[^/]*", Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> SPDX =
      Map.of(
          "apache", "Apache-2.0", "mit", "MIT", "bsd", "BSD-3-Clause", "epl-2.0", "EPL-2.0", "eclipse public license", "EPL-2.0", "lesser general public", "LGPL-3.0-or-later");

  private final Path classes;
  private final Path missing;
  private final Path repository;

  private Parts(Path classes, Path missing, Path repository) {
    this.classes = classes;
    this.missing = missing;
    this.repository = repository;
  }

  /** A library as the repository files it: group, artifact and version are the folders above its jar. */
  private record Part(String group, String artifact, String version, Path jar) {
    static Part of(Path repository, Path jar) {
      Path version = jar.getParent();
      Path artifact = version.getParent();
      String group = repository.relativize(artifact.getParent()).toString().replace(File.separatorChar, '.');
      return new Part(group, artifact.getFileName().toString(), version.getFileName().toString(), jar);
    }

    String purl() {
      return "pkg:maven/" + group + "/" + artifact + "@" + version;
    }

    Path pom() {
      return jar.resolveSibling(artifact + "-" + version + ".pom");
    }
  }

  public static void main(String[] args) throws Exception {
    Parts parts = new Parts(Path.of(args[2]), Path.of(args[3]), Path.of(args[4]));
    Map<String, Part> all = new TreeMap<>();
    for (String path : args[1].split(Pattern.quote(File.pathSeparator))) {
      if (path.endsWith(".jar")) {
        Part part = Part.of(parts.repository, Path.of(path));
        all.put(part.purl(), part);
      }
    }
    List<String> components = new ArrayList<>();
    for (Part part : all.values()) {
      List<String> licenses = parts.licenses(part.pom());
      parts.keepTexts(part, licenses);
      components.add(component(part, licenses));
    }
    Path list = Files.createDirectories(parts.classes.resolve("META-INF/sbom")).resolve("dudao.cdx.json");
    Files.writeString(list, document(args[0], components));
  }

  /** A licence other than Apache-2.0, whose text is in the jar once, must be there with its own words. */
  private void keepTexts(Part part, List<String> licenses) throws IOException {
    Path folder = Files.createDirectories(classes.resolve("META-INF/licenses").resolve(part.artifact));
    boolean hasText = licenses.contains("Apache-2.0");
    try (ZipFile zip = new ZipFile(part.jar.toFile())) {
      for (ZipEntry entry : zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList()) {
        if (!entry.isDirectory() && LICENSE_FILE.matcher(entry.getName()).matches()) {
          try (InputStream in = zip.getInputStream(entry)) {
            Files.write(folder.resolve(Path.of(entry.getName()).getFileName().toString()), in.readAllBytes());
          }
          hasText |= !entry.getName().toUpperCase(Locale.ROOT).contains("NOTICE");
        }
      }
    }
    Path brought = missing.resolve(part.artifact + ".txt");
    if (Files.exists(brought)) {
      Files.write(folder.resolve("LICENSE.txt"), Files.readAllBytes(brought));
      hasText = true;
    }
    if (!hasText) {
      throw new IllegalStateException(part.purl() + " brings no text of its licence " + licenses + ": add " + brought);
    }
  }

  /** The SPDX ids of the licences that a pom, or the nearest of its parents that tells any, names. */
  private List<String> licenses(Path pom) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Element project = factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
    Element licenses = child(project, "licenses");
    List<String> ids = new ArrayList<>();
    for (Node node = licenses == null ? null : licenses.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element license) {
        ids.add(spdx(text(license, "name")));
      }
    }
    Element parent = child(project, "parent");
    if (!ids.isEmpty() || parent == null) {
      return ids;
    }
    String artifact = text(parent, "artifactId");
    String version = text(parent, "version");
    return licenses(
        repository.resolve(text(parent, "groupId").replace('.', '/')).resolve(artifact).resolve(version)
            .resolve(artifact + "-" + version + ".pom"));
  }

  private static String spdx(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return new TreeMap<>(SPDX).entrySet().stream()
        .filter(one -> lower.contains(one.getKey())).map(Map.Entry::getValue).findFirst()
        .orElseThrow(() -> new IllegalStateException("no SPDX id is known for the licence " + name));
  }

  private static Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    return null;
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent().strip();
  }

  private static String component(Part part, List<String> licenses) throws Exception {
    String digest =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(part.jar)));
    String choice =
        licenses.size() == 1
            ? "{\"license\": {\"id\": \"" + licenses.get(0) + "\"}}"
            : "{\"expression\": \"" + String.join(" OR ", licenses) + "\"}";
    return """
            {
              "type": "library",
              "bom-ref": "%1$s",
              "group": "%2$s",
              "name": "%3$s",
              "version": "%4$s",
              "hashes": [{"alg": "SHA-256", "content": "%5$s"}],
              "licenses": [%6$s],
              "purl": "%1$s"
            }""".formatted(part.purl(), part.group, part.artifact, part.version, digest, choice).indent(0).stripTrailing();
  }

  private static String document(String version, List<String> components) {
    return """
        {
          "bomFormat": "CycloneDX",
          "specVersion": "1.5",
          "version": 1,
          "metadata": {
            "component": {
              "type": "application",
              "bom-ref": "pkg:maven/org.dudao/dudao@%1$s",
              "group": "org.dudao",
              "name": "dudao",
              "version": "%1$s",
              "licenses": [{"license": {"id": "Apache-2.0"}}],
              "purl": "pkg:maven/org.dudao/dudao@%1$s"
            }
          },
          "components": [
        %2$s
          ]
        }
        """.formatted(version, String.join(",\n", components).indent(2).stripTrailing());
  }
}
