package org.dudao.bench.peers;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** One way of doing the common work, run in a process of its own: {@code Peer NAME COUNTIES VIOLATIONS}. */
interface Peer {
  /** What the peers are told in their own languages. */
  Path RULES = Path.of("src/test/bench/peers/rules");

  /** Reads the counties, judges them, and tells every violation. */
  void judge(Path counties, Violations violations) throws Exception;

  static void main(String[] args) throws Exception {
    try (Violations violations = new Violations(Path.of(args[2]))) {
      peer(args[0]).judge(Path.of(args[1]), violations);
    }
    tellProcessorTime();
  }

  private static Peer peer(String name) {
    return switch (name) {
      case "floor" -> new Floor();
      case "dudao" -> new DudaoPeer();
      case "drools" -> new DroolsPeer();
      case "evrete" -> new EvretePeer();
      case "easy-rules" -> new EasyRulesPeer();
      case "networknt" -> new NetworkntPeer();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Processor time of this process since its start, in nanoseconds, for the program that started it. */
  static void tellProcessorTime() {
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println(system.getProcessCpuTime());
  }
}
