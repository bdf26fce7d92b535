// Elements by words. Text goes in as text alone: a name or a comment may hold markup.

const SVG = "http://www.w3.org/2000/svg";

export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

// Touched only when it differs: screen readers would say it again, and a selection would be lost.
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

// Puts children in order and moves none that stands right, so that the focus stays where it is.
export function arrange(parent, wanted) {
  const kept = new Set(wanted);
  [...parent.children].filter((child) => !kept.has(child)).forEach((child) => child.remove());
  wanted.forEach((child, place) => {
    if (parent.children[place] !== child) {
      parent.insertBefore(child, parent.children[place] ?? null);
    }
  });
}

// How wide a drawing is, so that its words stay as large as those around it.
export const drawingWidth = () => Math.max(260, Math.min(720, innerWidth - 64));
