package org.dudao.bench.peers;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema, in which each cap is a definition; it can compare no two numbers of the facts, so it knows no ratios. */
final class NetworkntPeer implements Peer {
  @Override
  public void judge(Path counties, Violations violations) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(RULES.resolve("json-schema.json")));
    ObjectMapper mapper = new JsonMapper();
    try (BufferedReader lines = Files.newBufferedReader(counties)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode county = mapper.readTree(line);
        for (Error error : schema.validate(county)) {
          tell(county, error, violations);
        }
      }
    }
  }

  /** The error is at {@code /classes/INDEX/students}, by the schema at {@code /$defs/STANDARD/...}. */
  private static void tell(JsonNode county, Error error, Violations violations) {
    JsonNode one = county.get("classes").get((Integer) error.getInstanceLocation().getElement(1));
    violations.add(
        error.getSchemaLocation().getFragment().getName(1),
        county.get("bureau").get("id").asString(), one.get("id").asString(), error.getInstanceNode().asString());
  }
}
