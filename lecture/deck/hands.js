// Keys, clickers, mouse and fingers; the bar of buttons; the address line. The lecture begins here.
"use strict";

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  // In the overview, on buttons and links, keys do what they do everywhere.
  if (document.querySelector("dialog[open]")) return;
  if (event.target.closest?.("button, a") && (event.key === " " || event.key === "Enter")) return;
  if (press(event.key, event.shiftKey)) event.preventDefault();
});

// A mouse goes on wherever it clicks. A finger swipes, or taps: at the left edge, back.
const stage = document.getElementById("stage");
const SWIPE = 40; // pixels
let touched = null;
stage.addEventListener("pointerdown", (event) => { touched = event; });
stage.addEventListener("pointercancel", () => { touched = null; });
stage.addEventListener("pointerup", (event) => {
  if (!touched || event.button !== 0) return;
  const way = event.clientX - touched.clientX;
  const atLeftEdge = event.pointerType !== "mouse" && event.clientX < innerWidth / 4;
  touched = null;
  act(way > SWIPE || (way > -SWIPE && atLeftEdge) ? "back" : "on");
});

for (const [deed, { named, what, button: label }] of Object.entries(DEEDS)) {
  const row = document.getElementById("keys").insertRow();
  row.append(Object.assign(document.createElement("th"), { scope: "row", textContent: named }));
  row.insertCell().textContent = what;
  if (!label) continue;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: label, title: `${what} (${named})` });
  button.addEventListener("click", ({ detail }) => {
    // Who clicked it with a mouse means the lecture with the next space or Enter.
    if (detail) button.blur();
    act(deed);
  });
  document.getElementById("bar").append(button);
}
for (const button of document.querySelectorAll("[data-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}

// The bar and the pointer go when nobody moves the mouse.
const REST = 2500; // milliseconds
let resting;
function rest() {
  clearTimeout(resting);
  resting = setTimeout(() => document.body.classList.add("idle"), REST);
}
for (const name of ["pointermove", "pointerdown", "focusin"]) {
  addEventListener(name, () => {
    document.body.classList.remove("idle");
    rest();
  });
}

// A projector must not fall asleep while a question is discussed.
async function stayAwake() {
  if (document.visibilityState === "visible") await navigator.wakeLock?.request("screen").catch(() => {});
}
document.addEventListener("visibilitychange", stayAwake);
stayAwake();

deck.addEventListener("said", ({ detail }) => say(detail));
addEventListener("hashchange", () => {
  const at = stopAt(deck.stops, location.hash);
  if (at >= 0 && at !== deck.at) deck.jump(at);
});
deck.jump(Math.max(stopAt(deck.stops, location.hash), 0));
// Who has a clicker and no mouse is rid of the bar, too, however fast the clicks.
deck.addEventListener("moved", rest, { once: true });
