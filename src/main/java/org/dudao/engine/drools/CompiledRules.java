package org.dudao.engine.drools;

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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.drl.RuleFile;
import org.dudao.engine.drl.Token;
import org.dudao.engine.judge.Check;
import org.dudao.engine.rule.Rule;
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
public final class CompiledRules {
  /** Where the build lists the classes that it made, a file each for the key of the rules. */
  public static final String FOLDER = "compiled-rules";

  private static final String MODEL_LIST = "drools-model";
  private static final String CLASS = ".class";
  private static final int MOST_UNPACKED_BYTES = 64 << 20;

  /** Drools keeps one default release id a process: two compilations at once would see each other's files. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final Map<String, CompiledFile> files;
  private final Optional<Problem> cacheNote;

  private CompiledRules(Map<String, CompiledFile> files, Optional<Problem> cacheNote) {
    this.files = files;
    this.cacheNote = cacheNote;
  }

  /** What one file was compiled to: its key, and its models, null until they are asked for. */
  private static final class CompiledFile {
    private final String key;
    private List<Model> models;

    CompiledFile(String key, List<Model> models) {
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
  static CompiledRules of(Map<Source, String> texts, CompilationCache cache) throws InputException {
    Map<String, CompiledFile> files = new HashMap<>();
    for (Map.Entry<Source, String> text : texts.entrySet()) {
      Source source = text.getKey();
      String key = key(source.path(), text.getValue());
      boolean isShipped = CompiledRules.class.getResource("/" + FOLDER + "/" + key) != null;
      files.put(
          source.name(),
          new CompiledFile(key, isShipped ? null : models(source, text.getValue(), cache)));
    }
    return new CompiledRules(files, cache.note());
  }

  /** The rules that the build has compiled under these keys, by the names of their files. */
  static CompiledRules shipped(Map<String, String> keys) {
    Map<String, CompiledFile> files = new HashMap<>();
    keys.forEach((name, key) -> files.put(name, new CompiledFile(key, null)));
    return new CompiledRules(files, Optional.empty());
  }

  /** The key of each file, by its name. */
  Map<String, String> keys() {
    Map<String, String> keys = new TreeMap<>();
    files.forEach((name, file) -> keys.put(name, file.key));
    return keys;
  }

  /** Those that were kept, if they can be loaded; or else compiled anew and kept. */
  private static List<Model> models(Source source, String text, CompilationCache cache) throws InputException {
    byte[] kept = cache.find(source.path(), text);
    if (kept != null) {
      try {
        return models(classes(kept));
      } catch (RuntimeException | LinkageError e) {
        cache.reject(source.path(), text);
      }
    }
    byte[] compiled = compiled(source, text);
    cache.keep(source.path(), text, compiled);
    return models(classes(compiled));
  }

  /**
   * The same of files that are cited under other names.
   *
   * @param names by those of today
   */
  CompiledRules in(Map<String, String> names) {
    Map<String, CompiledFile> others = new TreeMap<>();
    files.forEach((name, file) -> others.put(names.get(name), file));
    return new CompiledRules(others, cacheNote);
  }

  /** Why what an earlier start compiled was not used, where that is worth telling. */
  Optional<Problem> cacheNote() {
    return cacheNote;
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
  public static String key(String path, String text) {
    return new Source(path, path, (path + "\0" + text).getBytes(StandardCharsets.UTF_8)).sha256();
  }

  /** A package for that file alone, named by its key: no class of one file can be taken for one of another. */
  private static String ownPackage(String path, String text) {
    return DrlParser.PACKAGE + ".rules" + key(path, text);
  }

  /** The text in that package, and with the class of the global named where it is. */
  static String inPackage(String packageName, RuleFile file, String text) {
    List<Token> type = file.globalType();
    return text.substring(0, file.packageName().start())
        + packageName
        + text.substring(file.packageName().end(), type.get(0).start())
        + Check.class.getName()
        + text.substring(type.get(type.size() - 1).end());
  }

  /**
   * The rules of that file as the classes of a kjar.
   *
   * @throws InputException when they cannot be compiled, or when the engine reads them otherwise than we do
   */
  public static byte[] compiled(Source source, String text) throws InputException {
    RuleFile file = DrlParser.file(source.name(), text);
    if (!file.faults().isEmpty()) {
      throw new InputException(file.faults());
    }
    String packageName = ownPackage(source.path(), text);
    String whole = inPackage(packageName, file, text);
    List<Problem> differences = new Witness(file, packageName).differences(whole);
    if (!differences.isEmpty()) {
      throw new InputException(differences);
    }
    return compiled(source.path(), whole)
        .orElseThrow(() -> new InputException(
            List.of(Problem.of(ProblemCode.RULE_COMPILE, file.packageName().origin(file.name())))));
  }

  /** The bytes of the kjar; empty where the engine refuses the text, in words that have no place and are for programmers. */
  private static Optional<byte[]> compiled(String path, String text) {
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
        return Optional.empty();
      }
      return builder.getResults().hasMessages(Message.Level.ERROR)
          ? Optional.empty()
          : Optional.of(((InternalKieModule) builder.getKieModule()).getBytes());
    }
  }

  /** The classes of a kjar by name, and those of them that are models. */
  public record Classes(Map<String, byte[]> bytes, List<String> models) {}

  /**
   * What that kjar holds.
   *
   * @throws UncheckedIOException when it is none, or would unpack to more than {@link #MOST_UNPACKED_BYTES}
   */
  public static Classes classes(byte[] kjar) {
    Classes classes = new Classes(new TreeMap<>(), new ArrayList<>());
    int room = MOST_UNPACKED_BYTES;
    boolean hasList = false;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(kjar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readNBytes(room);
        room -= bytes.length;
        if (zip.read() >= 0) {
          throw new ZipException(entry.getName());
        }
        String name = entry.getName();
        if (name.endsWith(CLASS)) {
          classes.bytes.put(name.substring(0, name.length() - CLASS.length()).replace('/', '.'), bytes);
        } else if (name.endsWith("/" + MODEL_LIST)) {
          hasList = true;
          // Its first line is the version; each other one names a class.
          new String(bytes, StandardCharsets.UTF_8).lines().skip(1).filter(line -> !line.isBlank())
              .forEach(classes.models::add);
        }
      }
      if (!hasList) {
        throw new ZipException(MODEL_LIST);
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
