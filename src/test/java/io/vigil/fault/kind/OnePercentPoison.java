package io.vigil.fault.kind;

import io.vigil.fault.rig.Air;
import io.vigil.fault.rig.Installation;
import io.vigil.fault.rig.Message;
import io.vigil.simulate.Batch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One message in a hundred, and one a second at least, is something that no sensor would send. */
public final class OnePercentPoison extends SentOtherwise {

  public OnePercentPoison() {
    super(40);
  }

  @Override
  Air air(Installation installation, Random random) {
    Random poison = new Random(random.nextLong());
    return second -> {
      List<Message> all = new ArrayList<>();
      for (Batch batch : second) {
        all.add(Message.of(batch));
      }
      int bad = Math.max(1, second.size() / 99);
      for (int i = 0; i < bad && !second.isEmpty(); i++) {
        Message whole = all.get(poison.nextInt(all.size()));
        all.add(
            poison.nextInt(all.size() + 1),
            Message.nonsense(whole.key(), nonsense(whole.payload(), poison)));
      }
      return all;
    };
  }

  private static byte[] nonsense(byte[] whole, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new byte[0];
      case 1 -> Arrays.copyOf(whole, 1 + random.nextInt(whole.length / 2));
      case 2 -> {
        byte[] noise = new byte[1 + random.nextInt(400)];
        random.nextBytes(noise);
        yield noise;
      }
      case 3 -> "{\"participantId\":\"p1\",\"timestamp\":\"now\"}".getBytes(StandardCharsets.UTF_8);
      // Avro's own way to say that a text of two gigabytes follows.
      case 4 -> new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
      default -> {
        byte[] zeros = new byte[whole.length];
        yield zeros;
      }
    };
  }
}
