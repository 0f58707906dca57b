package org.dudao.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.load.InputException;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.io.ResourceType;

/**
 * Rules as classes: those that travel with the program were compiled by its build and only need loading; others are
 * compiled here. Both are the same bytes, so there is one way to load them.
 */
final class CompiledRules {
  /** Where the build puts what it compiled, by the key of the rules. */
  static final String FOLDER = "compiled-rules";

  private static final String SUFFIX = ".kjar";
  private static final String MODEL_LIST = "drools-model";
  private static final String CLASS = ".class";

  /** Drools keeps one default release id a process: two compilations at once would see each other's files. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final List<String> files;
  private final List<Model> models;

  private CompiledRules(List<String> files, List<Model> models) {
    this.files = List.copyOf(files);
    this.models = models;
  }

  /**
   * The rules of these texts by path. Each file that the build or an earlier start compiled is loaded, and only the others
   * are compiled: who edits one file waits for one file.
   */
  static CompiledRules of(Map<String, String> texts, RuleCache cache) throws InputException {
    List<String> files = new ArrayList<>();
    List<Model> models = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      files.add(fileName(text.getKey(), text.getValue()));
      models.addAll(models(kjar(text.getKey(), text.getValue(), cache)));
    }
    return new CompiledRules(files, models);
  }

  /** The rules that the build keeps under these names. */
  static CompiledRules stored(List<String> files) {
    List<Model> models = new ArrayList<>();
    files.forEach(file -> models.addAll(models(bytes(file))));
    return new CompiledRules(files, models);
  }

  /** The name of each file's compiled form. */
  List<String> files() {
    return files;
  }

  private static byte[] kjar(String path, String text, RuleCache cache) throws InputException {
    byte[] stored = bytes(fileName(path, text));
    if (stored == null) {
      stored = cache.find(path, text);
    }
    if (stored == null) {
      stored = compiled(path, text);
      cache.keep(path, text, stored);
    }
    return stored;
  }

  /** The base of those of the rules whose names are wanted. */
  KieBase kieBase(Predicate<String> wanted) {
    return KieBaseBuilder.createKieBaseFromModel(models.stream().map(model -> part(model, wanted)).toList());
  }

  private static Model part(Model whole, Predicate<String> wanted) {
    return new ModelImpl(whole.getName())
        .withGlobals(whole.getGlobals())
        .withRules(whole.getRules().stream().filter(rule -> wanted.test(rule.getName())).toList());
  }

  /** The file name under which the compiled form of that rule file is kept. */
  static String fileName(String path, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(path.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest()) + SUFFIX;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String file) {
    try (InputStream in = CompiledRules.class.getResourceAsStream("/" + FOLDER + "/" + file)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
              .newByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "UTF-8")
              .setResourceType(ResourceType.DRL)
              .setSourcePath("src/main/resources/dudao/" + path.replace('/', '_')));
      KieBuilder builder = services.newKieBuilder(files);
      try {
        builder.buildAll(ExecutableModelProject.class);
      } catch (RuntimeException e) {
        throw new InputException(
            List.of(new Problem("rule-compile", List.of(String.valueOf(e.getMessage())), Origin.of("rules"))));
      }
      List<Problem> problems =
          builder.getResults().getMessages(Message.Level.ERROR).stream()
              .map(message -> new Problem(
                  "rule-compile", List.of(message.getText()),
                  Origin.of(message.getPath() == null ? "rules" : message.getPath())))
              .toList();
      if (!problems.isEmpty()) {
        throw new InputException(problems);
      }
      return ((InternalKieModule) builder.getKieModule()).getBytes();
    }
  }

  private static List<Model> models(byte[] kjar) {
    Map<String, byte[]> classes = new HashMap<>();
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(kjar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.endsWith(CLASS)) {
          classes.put(name.substring(0, name.length() - CLASS.length()).replace('/', '.'), zip.readAllBytes());
        } else if (name.endsWith("/" + MODEL_LIST)) {
          // Its first line is the version; each other one names a class.
          new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).filter(line -> !line.isBlank()).forEach(names::add);
        }
      }
      ClassLoader loader = new RuleClassLoader(classes);
      List<Model> models = new ArrayList<>();
      for (String name : names) {
        models.add((Model) loader.loadClass(name).getConstructor().newInstance());
      }
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
