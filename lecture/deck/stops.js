// Where a lecture can rest: before each film on its title, and at the end of each step.
"use strict";

// A stop has the place of its film in the lecture, its step (none: the title) and, for a step,
// the number that overview, address line and paper call it by.
function stopsOf(films) {
  let number = 0;
  return films.flatMap((film, place) => [
    { film, place, step: null },
    ...film.steps.map((step) => ({ film, place, step, number: ++number })),
  ]);
}

// The address of a stop: #Film or #Film/name-of-the-step.
function addressOf({ film, step }) {
  return step ? `#${film.name}/${slug(step.name)}` : `#${film.name}`;
}

// The stop that an address names, or -1.
function stopAt(stops, address) {
  return stops.findIndex((stop) => addressOf(stop) === address);
}

function slug(name) {
  return encodeURIComponent(name.trim().replaceAll(/\s+/g, "-"));
}
