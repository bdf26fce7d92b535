package io.vigil.feed.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alert.Alert;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.CommandMessages;
import io.vigil.feed.web.Refusal;
import io.vigil.publish.PublishFailed;
import io.vigil.publish.Publisher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubDoorTest {
  private final List<Hub> opened = new ArrayList<>();

  /** Seen red with: a connection that is kept after it failed. */
  @Test
  void aHubThatFailedIsConnectedToAnew() {
    HubDoor door = new HubDoor(this::open);
    assertThat(opened).isEmpty();
    door.put(command("one"));
    opened.get(0).away = true;
    assertThatThrownBy(() -> door.put(command("two")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("send the same again")
        .hasMessageNotContaining("secret");
    door.put(command("two"));
    door.close();
    assertThat(opened).hasSize(2).allMatch(hub -> hub.closed);
    assertThat(opened.get(0).sent).containsExactly(command("one"));
    assertThat(opened.get(1).sent).containsExactly(command("two"));
  }

  private Publisher open() {
    opened.add(new Hub());
    return opened.get(opened.size() - 1);
  }

  private static Command command(String id) {
    return new Command(id, "p1", "p1_fall", CommandKind.ACK, "ann", 5, "", Alert.NEVER);
  }

  private static final class Hub implements Publisher {
    private final List<Command> sent = new ArrayList<>();
    private boolean away;
    private boolean closed;

    @Override
    public void send(String participantId, byte[] payload) {
      if (away) {
        throw new PublishFailed("secret place", null);
      }
      assertThat(participantId).isEqualTo("p1");
      sent.add(CommandMessages.read(payload));
    }

    @Override
    public void flush() {
      // What is sent is there.
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
