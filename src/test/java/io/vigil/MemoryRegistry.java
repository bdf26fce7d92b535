package io.vigil;

import io.vigil.model.ModelArtifact;
import io.vigil.model.Takeover;
import io.vigil.model.TakeoverReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry in this process, which a job finds again wherever it runs. */
public record MemoryRegistry(String name) implements TakeoverReader {
  private static final Map<String, List<Takeover>> PROMOTIONS = new ConcurrentHashMap<>();
  private static final Map<String, Boolean> AWAY = new ConcurrentHashMap<>();

  public MemoryRegistry {
    PROMOTIONS.putIfAbsent(name, new CopyOnWriteArrayList<>());
  }

  /** Promotes bytes that may be a model to be the champion. */
  void promote(long from, byte[] artifact) {
    promotions().add(new Takeover(promotions().size() + 1L, from, "champion", artifact));
  }

  void promote(long from, ModelArtifact model) {
    promote(from, model.toBytes());
  }

  /** So that it cannot be read. */
  void vanish() {
    AWAY.put(name, true);
  }

  /** Can be read again. */
  void comeBack() {
    AWAY.remove(name);
  }

  List<Takeover> promotions() {
    return PROMOTIONS.get(name);
  }

  @Override
  public List<Takeover> after(long revision) throws IOException {
    if (AWAY.containsKey(name)) {
      throw new IOException("The registry " + name + " is away");
    }
    return promotions().stream().filter(promotion -> promotion.revision() > revision).toList();
  }
}
