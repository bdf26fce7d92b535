// The page as a whole: signs in, loads what holds, then follows the stream.

import { Alerts } from "./alerts.js";
import { signIn } from "./api.js";
import { followLink } from "./link.js";
import { People } from "./people.js";
import { bindSound, callOut } from "./sound.js";
import { Stream } from "./stream.js";
import { announce, callsOut, Told } from "./told.js";
import { Watch, showState } from "./watch.js";

const AGAIN_MILLIS = 3000;

const people = new People();
const alerts = new Alerts(people);
const told = new Told();
let spoken = Promise.resolve();

// Loaded after the stream has begun, so that nothing falls between the two.
async function load() {
  try {
    await alerts.load();
    await people.load();
    alerts.show();
    followLink(alerts);
  } catch {
    // The banner says why; what is missing is tried again until it is there.
    setTimeout(load, AGAIN_MILLIS);
  }
}

// Shown and heard at once; told with the name, which may have to be asked for, in order.
function transition(said, number) {
  if (!told.isNew(number)) {
    return;
  }
  const before = alerts.take(said.alert);
  const id = said.alert.participantId;
  spoken = spoken.then(() => people.meet(id)).then(() => {
    alerts.show();
    told.show(said, people.of(id));
    announce(said, people.of(id));
  });
  if (callsOut(before, said)) {
    callOut();
  }
}

const stream = new Stream({
  begun: load,
  transition,
  activity: (episode) => people.take(episode),
  heartbeat: () => watch.ask(),
  ended: () => watch.ask(),
});
const watch = new Watch(stream, showState);

bindSound(document.getElementById("sound"), document.getElementById("sound-note"));
await signIn().catch(() => {});
stream.open();
watch.begin();
