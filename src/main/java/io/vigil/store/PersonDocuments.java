package io.vigil.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a store holds of one participant: all that is theirs, and letters that name them. */
public final class PersonDocuments {
  /** About nobody, or what must stay: the erasures themselves. */
  private static final Set<Container> OF_NOBODY =
      EnumSet.of(Container.ERASURES, Container.RULES, Container.HEARTBEATS, Container.HEALTH);

  private static final int AT_A_TIME = 1000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DocumentStore store;
  private final String participantId;
  private final NamedIn named;

  /**
   * @param participantId whom the store knows
   * @param names all by which a message may name them, that one too
   */
  public PersonDocuments(DocumentStore store, String participantId, Set<String> names) {
    this.store = store;
    this.participantId = participantId;
    this.named = new NamedIn(names);
  }

  /** The containers that may hold something of a participant. */
  public static List<Container> containers() {
    return List.copyOf(EnumSet.complementOf(EnumSet.copyOf(OF_NOBODY)));
  }

  /** How many of a container. */
  public long count(Container container) {
    return find(container).size();
  }

  /** Deletes those of a container; how many there were. */
  public long erase(Container container) {
    List<Document> found = find(container);
    long erased = 0;
    for (int from = 0; from < found.size(); from += AT_A_TIME) {
      erased += store.delete(found.subList(from, Math.min(found.size(), from + AT_A_TIME)));
    }
    return erased;
  }

  private List<Document> find(Container container) {
    List<Document> found = new ArrayList<>();
    if (container == Container.DEAD_LETTERS) {
      store.scan(container, participantId, found::add);
      store.scan(
          container,
          "",
          letter -> {
            if (named.in(payload(letter.body()))) {
              found.add(letter);
            }
          });
    } else {
      store.scan(container, participantId, document -> found.add(withoutBody(document)));
    }
    return found;
  }

  /** A participant has very many; the body of none is needed to delete it. */
  private static Document withoutBody(Document whole) {
    return new Document(
        whole.container(), whole.id(), whole.participantId(), whole.day(), whole.time(), "");
  }

  private static byte[] payload(String letter) {
    try {
      JsonNode json = JSON.readTree(letter);
      return json.has("payloadBase64")
          ? json.path("payloadBase64").binaryValue()
          : json.path("payload").asText().getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      return letter.getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** Versions of rules that name the participant: those are for people to change. */
  public List<String> rulesThatName() {
    List<String> naming = new ArrayList<>();
    store.scan(
        Container.RULES,
        rules -> {
          if (named.anywhereIn(rules.body())) {
            naming.add(rules.id());
          }
        });
    return naming;
  }
}
