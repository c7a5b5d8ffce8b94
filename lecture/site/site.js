/* The film in front plays by itself, unless a reader has asked for less motion; HTML is copied. */
"use strict";

const film = document.getElementById("playing");
if (film) {
  const button = document.getElementById("pause");
  const tell = () => { button.textContent = film.paused ? "Play" : "Pause"; };
  film.controls = false;
  button.hidden = false;
  button.addEventListener("click", () => (film.paused ? film.play() : film.pause()));
  film.addEventListener("play", tell);
  film.addEventListener("pause", tell);
  tell();
  // a browser that plays nothing by itself says so: then the button is there
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) film.play().catch(tell);
}

const html = document.getElementById("html");
if (html) {
  const said = document.getElementById("said");
  const copy = document.getElementById("copy");
  const folder = document.getElementById("folder");
  for (const control of document.querySelectorAll(".controls")) control.hidden = false;
  folder.addEventListener("input", () => {
    const given = folder.value.trim();
    const shown = given && !given.endsWith("/") ? `${given}/` : given;
    for (const place of html.querySelectorAll(".folder")) place.textContent = shown;
    said.textContent = "";
  });
  copy.addEventListener("click", () => {
    // a page from a disk may have no other clipboard
    getSelection().selectAllChildren(html);
    said.textContent = document.execCommand("copy") ? "Copied." : "Selected: copy it with your keyboard.";
  });
}
