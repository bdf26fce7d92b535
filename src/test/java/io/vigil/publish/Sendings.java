package io.vigil.publish;

import io.vigil.publish.FileDispatch.Manner;
import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.settings.Secret;
import io.vigil.source.FilePlan;
import io.vigil.source.HubAddress;
import io.vigil.source.HubProtocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sends files to a hub in memory, and keeps what was said of it. */
final class Sendings implements FileDispatch.Listener {
  static final HubAddress HUB =
      new HubAddress("vigil-ns.servicebus.windows.net", "sensors", "", Secret.NONE);

  final List<DeadLetter> refused = new ArrayList<>();
  final List<String> notices = new ArrayList<>();
  long rows;

  /** Sends all that an order holds. */
  Sent send(FilePlan plan, DecoderSettings settings, Manner manner, Publisher hub, Path folder)
      throws IOException {
    return send(plan, settings, manner, hub, folder, new VirtualTime());
  }

  Sent send(
      FilePlan plan,
      DecoderSettings settings,
      Manner manner,
      Publisher hub,
      Path folder,
      Waiting waiting)
      throws IOException {
    return new FileDispatch((protocol, address) -> hub, folder, SampleStreams.CLOCK)
        .send(
            new Order(HubProtocol.KAFKA, HUB, plan, settings, DeviceProfiles.DEFAULT),
            manner,
            waiting,
            this);
  }

  static Manner fast(MessageForm form) {
    return new Manner(form, Pace.unlimited(), false);
  }

  @Override
  public void rows(long done) {
    rows = done;
  }

  @Override
  public void refused(DeadLetter letter) {
    refused.add(letter);
  }

  @Override
  public void notice(String sentence) {
    notices.add(sentence);
  }

  long refusedSamples() {
    return refused.stream().mapToInt(DeadLetter::samples).sum();
  }
}
