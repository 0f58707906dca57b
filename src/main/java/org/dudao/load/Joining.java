package org.dudao.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dudao.fact.Bureau;
import org.dudao.fact.CensoredNumber;
import org.dudao.fact.Earlier;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Measures;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Subject;
import org.dudao.fact.UnknownName;

/**
 * The documents of one bureau and day, being joined: facts are tied to those that they refer to, and what cannot be
 * used is set aside with what cannot be judged without it.
 */
final class Joining {
  /** The kinds of fact of which a document may hold many. */
  static final Set<FactKind> OF_DOCUMENTS = EnumSet.complementOf(EnumSet.of(FactKind.BUREAU));
  /** What is still said of a bureau that was set aside, for the law that binds the others hangs on it. */
  private static final Set<String> IDENTITY = Set.of("id", "name", "region", "level");

  private final LocalDate day;
  private final FaultLog faults;
  private final List<RawDocument> raw = new ArrayList<>();
  private final List<RawDocument> refused = new ArrayList<>();
  private final List<DocumentReader.Document> documents = new ArrayList<>();
  /** The kinds of which there are facts that nobody can refer to, each with what is wrong. */
  private final Map<FactKind, FaultKind> hidden = new EnumMap<>(FactKind.class);
  private final Map<FactKind, Integer> setAside = new EnumMap<>(FactKind.class);
  /** The drafts of each kind by what their ids look like; of those that look alike the first. */
  private final Map<FactKind, Map<String, Draft>> byForm = new EnumMap<>(FactKind.class);
  private final Map<Subject, Map<String, CensoredNumber>> censored = new IdentityHashMap<>();
  private Draft lastReferred;
  /** Null until it is joined. */
  private Subject bureau;

  /**
   * @param day the day of judgement for all documents; null to take the documents' own
   * @param mostFaults how many kinds of fault are told
   */
  Joining(LocalDate day, int mostFaults) {
    this.day = day;
    this.faults = new FaultLog(mostFaults);
  }

  void add(RawDocument text, DocumentReader.Document document) {
    faults.addAll(document.faults());
    document.hidden().forEach(hidden::putIfAbsent);
    if (document.bureau() == null) {
      refused.add(text);
    } else if (day == null && document.asOf() == null) {
      if (!document.faults().tellsOfDay()) {
        fault(new FaultKind(ProblemCode.NO_DATE, null, null), document.bureau().origin());
      }
      refused.add(text);
    } else {
      raw.add(text);
      documents.add(document);
    }
  }

  /** All facts that can be used; empty when no document can. */
  Optional<Facts> facts() {
    Draft bureau = documents.isEmpty() ? null : bureau();
    if (bureau == null || !bureau.knowsRequired()) {
      refused.addAll(raw);
      return Optional.empty();
    }
    Map<FactKind, List<Draft>> used = new EnumMap<>(FactKind.class);
    Map<FactKind, List<Subject>> subjects = new EnumMap<>(FactKind.class);
    used.put(FactKind.BUREAU, List.of(bureau));
    become(bureau);
    this.bureau = bureau.subject();
    subjects.put(FactKind.BUREAU, List.of(bureau.subject()));
    // The kinds are declared so that a fact comes after those it refers to.
    for (FactKind kind : OF_DOCUMENTS) {
      List<Draft> drafts = drafts(kind);
      setAsideAlike(kind, drafts);
      drafts.forEach(this::link);
      List<Draft> sound = drafts.stream().filter(draft -> draft.fault() == null).toList();
      used.put(kind, sound);
      subjects.put(kind, sound.stream().map(Draft::subject).toList());
      if (sound.size() < drafts.size()) {
        setAside.put(kind, drafts.size() - sound.size());
      }
    }
    hidden.keySet().forEach(kind -> setAside.putIfAbsent(kind, 1));
    return Optional.of(
        new Facts(
            (Bureau) bureau.subject(),
            day == null ? documents.get(0).asOf() : day,
            subjects,
            (kind, number, component) -> used.get(kind).get(number).origin(component),
            Collections.unmodifiableMap(setAside), Collections.unmodifiableMap(censored), faults.problems(),
            Earlier.NONE));
  }

  /** What is wrong with the documents. */
  List<Problem> problems() {
    return faults.problems();
  }

  /** The documents that could not be used. */
  List<RawDocument> refused() {
    return refused;
  }

  // ---- the bureau ----

  /**
   * Every document of a bureau names it; what they say of it is joined, and may not differ. Null when they give it
   * several ids.
   */
  private Draft bureau() {
    List<Draft> all = documents.stream().map(DocumentReader.Document::bureau).toList();
    Draft bureau = all.get(0);
    if (!all.stream().allMatch(one -> one.id().equals(bureau.id()))) {
      alike(FactKind.BUREAU, all);
      return null;
    }
    all.subList(1, all.size()).forEach(other -> join(bureau, other));
    if (bureau.fault() != null) {
      for (Shape.Property property : Shape.of(FactKind.BUREAU).properties()) {
        if (!IDENTITY.contains(property.name)) {
          bureau.forget(property.index);
        }
      }
      setAside.put(FactKind.BUREAU, 1);
    }
    return bureau;
  }

  private void join(Draft bureau, Draft other) {
    if (other.fault() != null) {
      bureau.setAside(other.fault());
    }
    for (Shape.Property property : Shape.of(FactKind.BUREAU).properties()) {
      int i = property.index;
      if (other.has(i) && !bureau.has(i)) {
        bureau.add(i, other);
      } else if (other.has(i) && !Objects.equals(bureau.values[i], other.values[i])) {
        if (bureau.values[i] != null && other.values[i] != null) {
          bureau.setAside(differs(property, bureau, other));
        }
        bureau.forget(i);
      }
    }
  }

  private FaultKind differs(Shape.Property property, Draft bureau, Draft other) {
    int i = property.index;
    return fault(
        new FaultKind(ProblemCode.BUREAU_DIFFERS, FactKind.BUREAU, property.name), other.origin(i),
        property.name, other.values[i], bureau.values[i], bureau.origin(i));
  }

  // ---- ids ----

  private List<Draft> drafts(FactKind kind) {
    List<Draft> all = new ArrayList<>();
    documents.forEach(document -> all.addAll(document.drafts().getOrDefault(kind, List.of())));
    return all;
  }

  /** Which of those that bear one id was meant nobody knows. */
  private void setAsideAlike(FactKind kind, List<Draft> drafts) {
    Map<String, Draft> first = new HashMap<>(2 * drafts.size());
    Map<String, List<Draft>> alike = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      if (draft.id() == null) {
        hidden.putIfAbsent(kind, draft.fault());
        continue;
      }
      String form = VisibleForm.of(draft.id());
      Draft other = first.putIfAbsent(form, draft);
      if (other != null) {
        alike.computeIfAbsent(form, key -> new ArrayList<>(List.of(other))).add(draft);
      }
    }
    byForm.put(kind, first);
    alike.values().forEach(some -> {
      FaultKind fault = alike(kind, some);
      some.forEach(draft -> draft.setAside(fault));
    });
  }

  /** Logs that those bear ids that look alike. */
  private FaultKind alike(FactKind kind, List<Draft> drafts) {
    Draft first = drafts.get(0);
    Set<String> ids = drafts.stream().map(Draft::id).collect(Collectors.toCollection(LinkedHashSet::new));
    List<Draft> others = drafts.subList(1, drafts.size());
    boolean isOneId = ids.size() == 1;
    FaultKind fault = new FaultKind(isOneId ? ProblemCode.DUPLICATE_ID : ProblemCode.IDS_ALIKE, kind, null);
    faults.add(fault, ids, () ->
        isOneId
            ? Problem.of(fault.code(), first.origin(0), first.id(), drafts.size(), places(others))
            : Problem.of(fault.code(), first.origin(0), told(ids), places(others)));
    return fault;
  }

  private static String told(Set<String> ids) {
    return ids.stream().limit(Fault.FEW).map(VisibleForm::told).collect(Collectors.joining(", "));
  }

  /** The first few places of the ids, and how many more there are. */
  private static String places(List<Draft> drafts) {
    String few =
        drafts.stream().limit(Fault.FEW).map(draft -> draft.origin(0).toString()).collect(Collectors.joining(", "));
    return drafts.size() > Fault.FEW ? few + " (+" + (drafts.size() - Fault.FEW) + ")" : few;
  }

  // ---- references ----

  /** Ties the draft to its bureau and the facts that it refers to, or sets it aside. */
  private void link(Draft draft) {
    if (draft.fault() != null) {
      return;
    }
    for (Shape.Property property : Shape.of(draft.kind).referring()) {
      Object value = draft.values[property.index];
      if (value instanceof List<?> ids) {
        List<Subject> subjects = new ArrayList<>();
        ids.forEach(id -> subjects.add(referred((String) id, property, draft)));
        draft.values[property.index] = subjects;
      } else if (value != null) {
        draft.values[property.index] = referred((String) value, property, draft);
      }
      if (draft.fault() != null) {
        return;
      }
    }
    for (Shape.Property property : Shape.of(draft.kind).fromBureau()) {
      if (!draft.has(property.index)) {
        draft.values[property.index] = Measures.value(bureau, property.name);
      }
    }
    become(draft);
  }

  private void become(Draft draft) {
    Map<String, CensoredNumber> intervals = draft.become();
    if (!intervals.isEmpty()) {
      censored.put(draft.subject(), Collections.unmodifiableMap(intervals));
    }
  }

  /** The fact of that id; null when it cannot be used, or is not there. */
  private Subject referred(String id, Shape.Property property, Draft draft) {
    Draft other = ofForm(id, property.referred);
    boolean isMeant = other != null && (other.id().equals(id) || isAmbiguous(other));
    if (isMeant && other.fault() == null) {
      return other.subject();
    }
    FaultKind cause = isMeant ? other.fault() : hidden.get(property.referred);
    if (cause == null) {
      draft.setAside(unknown(id, property, draft));
    } else if (draft.fault() == null) {
      boolean isNeeded = isNeeded(property, draft);
      faults.hangs(cause, draft.kind, isNeeded);
      if (isNeeded) {
        draft.setAside(cause);
      }
    }
    return null;
  }

  /** The first draft of that kind whose id looks like this one; null when there is none. Facts of one come together. */
  private Draft ofForm(String id, FactKind kind) {
    if (lastReferred == null || lastReferred.kind != kind || !lastReferred.id().equals(id)) {
      lastReferred = byForm.get(kind).get(VisibleForm.of(id));
    }
    return lastReferred;
  }

  private static boolean isAmbiguous(Draft draft) {
    return draft.fault() != null
        && (draft.fault().code() == ProblemCode.DUPLICATE_ID || draft.fault().code() == ProblemCode.IDS_ALIKE);
  }

  /** A class can be judged without its school; a claim that lacks one of its figures would be another claim. */
  private static boolean isNeeded(Shape.Property property, Draft draft) {
    return property.required || draft.kind == FactKind.CLAIM;
  }

  private FaultKind unknown(String id, Shape.Property property, Draft draft) {
    FaultKind kind = new FaultKind(ProblemCode.UNKNOWN_REFERENCE, draft.kind, property.name);
    faults.add(
        kind, id,
        () -> Problem.of(
            ProblemCode.UNKNOWN_REFERENCE, draft.origin(property.index), property.referred.property(),
            new UnknownName(id, byForm.get(property.referred).values().stream().map(Draft::id).toList())));
    return kind;
  }

  private FaultKind fault(FaultKind kind, Origin at, Object... arguments) {
    faults.add(kind, List.of(arguments), () -> Problem.of(kind.code(), at, arguments));
    return kind;
  }
}
