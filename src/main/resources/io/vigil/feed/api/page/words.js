// What codes and times are called by people.

const SEVERITIES = ["CRITICAL", "MAJOR", "MINOR", "WARNING", "INDETERMINATE"];

const SEVERITY_WORDS = {
  CRITICAL: "Critical",
  MAJOR: "Serious",
  MINOR: "Minor",
  WARNING: "Note",
  INDETERMINATE: "Unclear",
};

const TYPE_WORDS = {
  FALL: "Fall",
  INACTIVITY: "Does not move",
  UNUSUAL_DAY: "Unusual day",
  SILENCE: "Sensor is silent",
  LOW_CONFIDENCE: "Sensor cannot be relied on",
  DRIFT: "Sensor data have changed",
  BAD_RULE: "Rules were refused",
  BAD_MODEL: "Model was refused",
  INGEST_STOPPED: "Nothing comes in",
};

const ACTION_WORDS = {
  raised: "Alert raised",
  occurredAgain: "It happened again",
  escalated: "Called further",
  escalationEnded: "Nobody else to call",
  acknowledged: "Taken over",
  handedBack: "Handed back",
  cleared: "Over",
  resolved: "Over",
  assigned: "Assigned",
  commented: "Comment",
  snoozed: "Reminder set",
  snoozeEnded: "Reminder",
  imOk: "Says: I am OK",
};

const TECHNICAL = new Set([
  "SILENCE", "LOW_CONFIDENCE", "DRIFT", "BAD_RULE", "BAD_MODEL", "INGEST_STOPPED",
]);

export const severityRank = (severity) => (SEVERITIES.indexOf(severity) + 6) % 6;
export const severityWord = (severity) => SEVERITY_WORDS[severity] ?? spaced(severity);
export const typeWord = (type) => TYPE_WORDS[type] ?? spaced(type);
export const actionWord = (action) => ACTION_WORDS[action] ?? spaced(action);
export const messageWord = (type) => spaced(type.replace(/^alert\./, ""));
export const actorWord = (actor) => (actor === "vigil" ? "Vigil" : actor);
export const activityWord = (activity) => spaced(activity);
export const isTechnical = (alert) => TECHNICAL.has(alert.type);
export const isActive = (alert) => alert.status.startsWith("ACTIVE");
export const isTaken = (alert) => alert.status.endsWith("_ACK");

// "WorkingAtComputer", "NOT_WORN" and "notWorn" as words of a sentence.
function spaced(code) {
  const words = code.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 90) {
    return `${whole} s`;
  }
  const minutes = Math.round(whole / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }
  if (minutes < 48 * 60) {
    return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  }
  return `${Math.floor(minutes / 1440)} days`;
}

export const secondsSince = (iso, now = Date.now()) => (now - Date.parse(iso)) / 1000;

export const ago = (iso) => `${duration(secondsSince(iso))} ago`;

export function clock(iso) {
  const time = new Date(iso);
  const hours = time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return time.toDateString() === new Date().toDateString()
    ? hours
    : `${time.toLocaleDateString([], { day: "numeric", month: "short", year: "numeric" })}, ${hours}`;
}
