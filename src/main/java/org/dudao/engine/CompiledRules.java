package org.dudao.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.InputException;
import org.dudao.load.Source;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.io.ResourceType;

/**
 * Rules as classes. Those that travel with the program were compiled by its build and are classes like its own, loaded
 * when one of their rules is first asked for; others are compiled here.
 */
final class CompiledRules {
  /** Where the build lists the classes that it made, a file each for the key of the rules. */
  static final String FOLDER = "compiled-rules";

  /** What stands before the name of the package; the house's own grammar has seen that it does. */
  private static final Pattern PACKAGE = Pattern.compile("(?s)\\A(?:\\s|//[^\n]*\n|/\\*.*?\\*/)*package\\s+dudao\\b");

  private static final String MODEL_LIST = "drools-model";
  private static final String CLASS = ".class";

  /** Drools keeps one default release id a process: two compilations at once would see each other's files. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final Map<String, RuleFile> files;

  private CompiledRules(Map<String, RuleFile> files) {
    this.files = files;
  }

  /** What one file was compiled to: its key, and its models, null until they are asked for. */
  private static final class RuleFile {
    private final String key;
    private List<Model> models;

    RuleFile(String key, List<Model> models) {
      this.key = key;
      this.models = models;
    }

    List<Model> models() {
      if (models == null) {
        models = shipped(key);
      }
      return models;
    }
  }

  /**
   * The rules of these files. Each that the build or an earlier start compiled is loaded, and only the others are compiled:
   * who edits one file waits for one file.
   *
   * @param texts what stands in each source
   */
  static CompiledRules of(Map<Source, String> texts, RuleCache cache) throws InputException {
    Map<String, RuleFile> files = new HashMap<>();
    for (Map.Entry<Source, String> text : texts.entrySet()) {
      String path = text.getKey().path();
      String key = key(path, text.getValue());
      boolean isShipped = CompiledRules.class.getResource("/" + FOLDER + "/" + key) != null;
      files.put(
          text.getKey().name(), new RuleFile(key, isShipped ? null : models(classes(kjar(path, text.getValue(), cache)))));
    }
    return new CompiledRules(files);
  }

  /** The rules that the build has compiled under these keys, by the names of their files. */
  static CompiledRules shipped(Map<String, String> keys) {
    Map<String, RuleFile> files = new HashMap<>();
    keys.forEach((name, key) -> files.put(name, new RuleFile(key, null)));
    return new CompiledRules(files);
  }

  /** The key of each file, by its name. */
  Map<String, String> keys() {
    Map<String, String> keys = new TreeMap<>();
    files.forEach((name, file) -> keys.put(name, file.key));
    return keys;
  }

  private static byte[] kjar(String path, String text, RuleCache cache) throws InputException {
    byte[] kept = cache.find(path, text);
    if (kept == null) {
      kept = compiled(path, text);
      cache.keep(path, text, kept);
    }
    return kept;
  }

  /** The base of these rules; what other files hold is not even loaded. */
  synchronized KieBase kieBase(Collection<Rule> wanted) {
    Map<String, Set<String>> names = new TreeMap<>();
    wanted.forEach(rule -> names.computeIfAbsent(rule.origin().file(), file -> new HashSet<>()).add(rule.id()));
    List<Model> parts = new ArrayList<>();
    names.forEach((file, ids) -> files.get(file).models().forEach(model -> parts.add(part(model, ids::contains))));
    return KieBaseBuilder.createKieBaseFromModel(parts);
  }

  private static Model part(Model whole, Predicate<String> wanted) {
    return new ModelImpl(whole.getName())
        .withGlobals(whole.getGlobals())
        .withRules(whole.getRules().stream().filter(rule -> wanted.test(rule.getName())).toList());
  }

  /** What tells that rule file from every other, and from what was once written in it. */
  static String key(String path, String text) {
    return new Source(path, path, (path + "\0" + text).getBytes(StandardCharsets.UTF_8)).sha256();
  }

  /** The file in a package of its own, named by its key: no class of one file can be taken for one of another. */
  private static String inOwnPackage(String path, String text) {
    return PACKAGE.matcher(text).replaceFirst("$0.rules" + key(path, text));
  }

  /** The rules of that file as the classes of a kjar. */
  static byte[] compiled(String path, String text) throws InputException {
    synchronized (ONE_AT_A_TIME) {
      KieServices services = KieServices.get();
      KieFileSystem files = services.newKieFileSystem();
      // The engine would read bytes in the platform's charset, and silently miss what is written in Chinese.
      files.write(
          services
              .getResources()
              .newByteArrayResource(inOwnPackage(path, text).getBytes(StandardCharsets.UTF_8), "UTF-8")
              .setResourceType(ResourceType.DRL)
              .setSourcePath("src/main/resources/dudao/" + path.replace('/', '_')));
      KieBuilder builder = services.newKieBuilder(files);
      try {
        builder.buildAll(ExecutableModelProject.class);
      } catch (RuntimeException e) {
        throw new InputException(
            List.of(Problem.of(ProblemCode.RULE_COMPILE, Origin.of("rules"), e.getMessage())));
      }
      List<Problem> problems =
          builder.getResults().getMessages(Message.Level.ERROR).stream()
              .map(message -> Problem.of(
                  ProblemCode.RULE_COMPILE, Origin.of(message.getPath() == null ? "rules" : message.getPath()),
                  message.getText()))
              .toList();
      if (!problems.isEmpty()) {
        throw new InputException(problems);
      }
      return ((InternalKieModule) builder.getKieModule()).getBytes();
    }
  }

  /** The classes of a kjar by name, and those of them that are models. */
  record Classes(Map<String, byte[]> bytes, List<String> models) {}

  static Classes classes(byte[] kjar) {
    Classes classes = new Classes(new TreeMap<>(), new ArrayList<>());
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(kjar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.endsWith(CLASS)) {
          classes.bytes.put(name.substring(0, name.length() - CLASS.length()).replace('/', '.'), zip.readAllBytes());
        } else if (name.endsWith("/" + MODEL_LIST)) {
          // Its first line is the version; each other one names a class.
          new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).filter(line -> !line.isBlank())
              .forEach(classes.models::add);
        }
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Model> models(Classes classes) {
    return models(classes.models, new RuleClassLoader(classes.bytes));
  }

  private static List<Model> shipped(String key) {
    try (InputStream in = CompiledRules.class.getResourceAsStream("/" + FOLDER + "/" + key)) {
      String names = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return models(List.of(names.split("\n")), CompiledRules.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Model> models(List<String> names, ClassLoader loader) {
    try {
      List<Model> models = new ArrayList<>();
      for (String name : names) {
        models.add((Model) loader.loadClass(name).getConstructor().newInstance());
      }
      return models;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes classes of what was compiled; all else comes from the program. */
  private static final class RuleClassLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    RuleClassLoader(Map<String, byte[]> classes) {
      super(CompiledRules.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
