// A sound for a new critical alert. Browsers allow it after a press alone, and anew after each load:
// whoever wanted it once is told when it is blocked, since a silent alarm looks like a quiet night.

const BEEPS = [0, 0.35, 0.7];
const HERTZ = [880, 660];
const LOUDNESS = 0.4;
const KEPT_AS = "vigil-sound";

let audio = null;
let wanted = remembered();
let show = () => {};

export function bindSound(button, note) {
  show = () => {
    const plays = wanted && audio?.state === "running";
    button.setAttribute("aria-pressed", String(plays));
    button.textContent = plays ? "Sound is on" : "Sound is off";
    note.hidden = !wanted || plays;
  };
  button.addEventListener("click", async () => {
    // Pressed where it is blocked, it is wanted: that it is off is what the switch says.
    remember(button.getAttribute("aria-pressed") === "false");
    if (wanted) {
      await open();
      beep(BEEPS.slice(0, 1));
    }
    show();
  });
  // Any press will do for the browser.
  for (const press of ["pointerup", "keyup"]) {
    document.addEventListener(press, (event) => wanted && event.target !== button && open());
  }
  if (wanted) {
    open();
  }
  show();
}

export function callOut() {
  if (!wanted) {
    return;
  }
  // Not waited for: where it is blocked, it never opens.
  open();
  if (audio.state === "running") {
    beep(BEEPS);
  }
}

function open() {
  if (audio === null) {
    audio = new AudioContext();
    audio.addEventListener("statechange", () => show());
  }
  return audio.state === "running" ? Promise.resolve() : audio.resume();
}

function remembered() {
  try {
    return localStorage.getItem(KEPT_AS) === "on";
  } catch {
    return false;
  }
}

function remember(on) {
  wanted = on;
  try {
    localStorage.setItem(KEPT_AS, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing asks anew each time.
  }
}

function beep(times) {
  for (const after of times) {
    HERTZ.forEach((hertz, place) => {
      const tone = audio.createOscillator();
      const gain = audio.createGain();
      const start = audio.currentTime + after + place * 0.12;
      tone.frequency.value = hertz;
      gain.gain.setValueAtTime(LOUDNESS, start);
      gain.gain.exponentialRampToValueAtTime(0.001, start + 0.12);
      tone.connect(gain).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.13);
    });
  }
}
