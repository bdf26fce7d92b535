package io.vigil.store.cosmos.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented arithmetic of request units, and what an indexing policy holds. */
class RequestChargeTest {
  private static final int KILOBYTE = 1024;

  @ParameterizedTest
  @CsvSource({"0.2, 4.95", "1, 4.95", "1.5, 5.62", "2, 6.29", "16, 9.52", "2048, 1250"})
  void aDocumentIsChargedBySize(double kilobytes, double units) {
    assertThat(RequestCharge.create((int) (kilobytes * KILOBYTE), 0))
        .isEqualTo(units, within(0.005));
  }

  /** The examples of Microsoft's page: 7 to insert or delete 1 KB with 10 terms. */
  @Test
  void agreesWithTheDocumentedExamples() {
    assertThat(RequestCharge.create(KILOBYTE, 10)).isEqualTo(7, within(0.1));
    assertThat(RequestCharge.delete(KILOBYTE, 10)).isEqualTo(7, within(0.1));
    assertThat(RequestCharge.replace(KILOBYTE, 10)).isBetween(10.8, 14.0);
    assertThat(RequestCharge.read(KILOBYTE)).isEqualTo(1);
  }

  @Test
  void countsTheTermsThatAreIndexed() {
    ObjectNode body =
        (ObjectNode)
            Json.parse(
                "{'id':'x','a':1,'model':{'name':'m','version':2},'list':[1,2,{'deep':3}]}"
                    .replace('\'', '"'));
    assertThat(terms(null, body)).as("a, name, version and three in the list").isEqualTo(6);
    assertThat(terms("{'indexingMode':'none'}", body)).isZero();
    assertThat(terms(policy("/a/?", "/*"), body)).isEqualTo(1);
    assertThat(terms(policy("/model/*", "/*"), body)).isEqualTo(2);
    assertThat(terms(policy("/model/\\\"name\\\"/?", "/*"), body)).isEqualTo(1);
    assertThat(terms(policy("/*", "/model/*"), body)).isEqualTo(4);
    assertThat(terms(policy("/*", "/list/*"), body)).isEqualTo(3);
    assertThat(terms(policy("/list/[]/deep/?", "/*"), body)).isEqualTo(1);
    assertThatThrownBy(() -> terms(policy("/a/?", "/b/?"), body)).hasMessageContaining("/*");
  }

  private static String policy(String included, String excluded) {
    return "{'includedPaths':[{'path':'%s'}],'excludedPaths':[{'path':'%s'}]}"
        .formatted(included, excluded);
  }

  private static int terms(String policy, ObjectNode body) {
    return new IndexingPolicy(
            policy == null ? Json.object().path("missing") : Json.parse(policy.replace('\'', '"')))
        .terms(body);
  }
}
