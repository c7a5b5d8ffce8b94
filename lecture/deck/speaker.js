// The window of who speaks: shows what the deck tells, and sends keys and buttons there.
"use strict";

const part = (id) => document.getElementById(id);
const deck = window.opener;
const tell = (message) => deck?.postMessage(message, "*");

addEventListener("message", ({ source, data }) => {
  if (source === deck && data?.lecture === "state") show(data);
});
// Every second, so that a deck that was loaded anew finds this window.
let knowsNothing = true;
const sayHere = () => tell({ lecture: "here", knowsNothing });
setInterval(sayHere, 1000);
sayHere();

let arrival = 0; // when the step that plays will be over
let doing = "";
let begun = false;

function show(state) {
  knowsNothing = false;
  document.documentElement.dataset.theme = state.theme;
  part("where").textContent = state.step
    ? `${state.film}: ${state.step}, ${state.number} of ${state.total}` : state.film;
  part("note").textContent = state.note;
  picture("now", state.still, state.card, state.ground);
  picture("next", state.nextStill, state.nextCard, state.nextGround);
  part("coming").textContent = state.next ?? "the end";
  part("says").replaceChildren(...state.says.map((text) => {
    const line = document.createElement("li");
    line.append(...withIndices(text));
    return line;
  }));
  part("says-block").hidden = !state.says.length;
  doing = state.doing;
  arrival = performance.now() + 1000 * state.seconds;
  if (doing === "plays" && !begun) {
    begun = true;
    if (since === null) run();
  }
  tick();
}

// The still of a step, or a card with the title of a film.
function picture(id, source, words, ground) {
  const image = part(id).querySelector("img");
  const card = part(id).querySelector(".card");
  card.textContent = words ?? "";
  card.hidden = !words;
  image.dataset.ground = ground;
  image.hidden = !source;
  if (source) image.src = source;
}

// A watch that can stand: what it had counted, and since when it counts on (null: it stands).
let counted = 0;
let since = null;
const spoken = () => counted + (since === null ? 0 : performance.now() - since);

function run() {
  counted = spoken();
  since = since === null ? performance.now() : null;
  part("run").textContent = since === null ? "Start" : "Stop";
  tick();
}

function tick() {
  part("clock").textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const seconds = Math.floor(spoken() / 1000);
  part("timer").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const left = Math.max(0, Math.ceil((arrival - performance.now()) / 1000));
  part("doing").textContent = doing === "plays" && left ? `plays, ${left} s left` : doing;
}
setInterval(tick, 250);

part("run").addEventListener("click", run);
part("reset").addEventListener("click", () => {
  counted = 0;
  if (since !== null) since = performance.now();
  tick();
});
for (const button of document.querySelectorAll("[data-deed]")) {
  button.addEventListener("click", () => tell({ lecture: "deed", deed: button.dataset.deed }));
}
// Who clicked a button with a mouse means the deck with the next space or Enter.
addEventListener("click", ({ detail }) => { if (detail) document.activeElement.blur(); });

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.key === "Tab") return;
  if (event.target.closest?.("button") && (event.key === " " || event.key === "Enter")) return;
  event.preventDefault();
  tell({ lecture: "key", key: event.key, shift: event.shiftKey });
});
