// Where the link of a message leads: to the page, with the alert that it names opened.

let wanted = new URLSearchParams(location.hash.slice(1)).get("alert");

// Once, as soon as it is known which alerts are open.
export function followLink(alerts) {
  if (wanted !== null) {
    document.getElementById("link-note").hidden = alerts.open(wanted);
    wanted = null;
  }
}
