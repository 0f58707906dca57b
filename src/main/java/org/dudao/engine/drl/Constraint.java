package org.dudao.engine.drl;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a pattern demands of a fact: comparisons, joined by and, or. */
public sealed interface Constraint {
  /** Where it begins. */
  Token first();

  /** As rules write it, with single blanks and no bracket too many. */
  String text();

  /** The constraints of which it is composed, itself when it is no composite. */
  default Stream<Constraint> leaves() {
    return Stream.of(this);
  }

  /** The variables with which facts are compared, when it is no composite. */
  default Stream<Token> variables() {
    return Stream.of();
  }

  /** {@code stage == Stage.PRIMARY}, or with {@code !=}. */
  record Equality(Operand left, Token operator, Operand right) implements Constraint {
    @Override
    public Token first() {
      return left.first();
    }

    @Override
    public Stream<Token> variables() {
      return Stream.of(left.first(), right.first()).filter(token -> token.is(Token.Kind.VARIABLE));
    }

    @Override
    public String text() {
      return left.text() + " " + operator.text() + " " + right.text();
    }
  }

  /** {@code bearsOn( $class )}: of limits, that they are for that fact. */
  record BearsOnFact(Token first, Token fact) implements Constraint {
    @Override
    public String text() {
      return "bearsOn( " + fact.text() + " )";
    }
  }

  /** {@code $cap.bearsOn( this )}: of facts, that this limit is for them. */
  record BearsOnThis(Token limit) implements Constraint {
    @Override
    public Token first() {
      return limit;
    }

    @Override
    public Stream<Token> variables() {
      return Stream.of(limit);
    }

    @Override
    public String text() {
      return limit.text() + ".bearsOn( this )";
    }
  }

  /** Constraints joined by {@code &&}. */
  record Conjunction(List<Constraint> parts) implements Constraint {
    @Override
    public Token first() {
      return parts.get(0).first();
    }

    @Override
    public Stream<Constraint> leaves() {
      return parts.stream().flatMap(Constraint::leaves);
    }

    @Override
    public String text() {
      return parts.stream()
          .map(part -> part instanceof Disjunction ? "( " + part.text() + " )" : part.text())
          .collect(Collectors.joining(" && "));
    }
  }

  /** Constraints joined by {@code ||}, with these signs. */
  record Disjunction(List<Constraint> parts, List<Token> signs) implements Constraint {
    @Override
    public Token first() {
      return parts.get(0).first();
    }

    @Override
    public Stream<Constraint> leaves() {
      return parts.stream().flatMap(Constraint::leaves);
    }

    @Override
    public String text() {
      return parts.stream().map(Constraint::text).collect(Collectors.joining(" || "));
    }
  }
}
