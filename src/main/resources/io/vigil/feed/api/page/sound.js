// A sound for a new critical alert. Browsers allow it after a press alone: the switch says how it is.

const BEEPS = [0, 0.35, 0.7];
const HERTZ = [880, 660];
const LOUDNESS = 0.4;

let audio = null;
let on = false;

export function bindSound(button) {
  const show = () => {
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? "Sound is on" : "Sound is off";
  };
  button.addEventListener("click", async () => {
    audio ??= new AudioContext();
    on = !on;
    show();
    if (on) {
      await audio.resume();
      beep(BEEPS.slice(0, 1));
    }
  });
  show();
}

export async function callOut() {
  if (on) {
    await audio.resume();
    beep(BEEPS);
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
