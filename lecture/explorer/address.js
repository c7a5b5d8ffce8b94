// The address of the page says what is seen, so that it can be sent to somebody.
"use strict";

const Address = (() => {
  const list = (values) => values.join(",");
  const numbers = (text) => text.split(",").map(Number);

  // What differs from the set as it comes: `#set=header&line=0.73,1.44,0&measure=absolute`.
  function of(model) {
    const set = known(model.name),
      said = new URLSearchParams();
    if (set) said.set("set", set.name);
    const moved = !set || list(set.x) !== list(model.x) || list(set.y) !== list(model.y);
    if (moved) {
      said.set("x", list(model.x));
      said.set("y", list(model.y));
      if (!set) said.set("names", JSON.stringify([model.xLabel, model.yLabel, model.title]));
    }
    const { slope, height, at } = model.line;
    said.set("line", list([slope, height, at]));
    said.set("measure", model.measure);
    if (model.shownBest.size) said.set("best", [...model.shownBest].join(","));
    return `#${said}`;
  }

  function read(hash) {
    try {
      const said = new URLSearchParams(hash.slice(1));
      const set = known(said.get("set")),
        start = set ? fresh(set) : { name: "", source: "" };
      if (said.has("x"))
        Object.assign(start, { x: numbers(said.get("x")), y: numbers(said.get("y")) });
      if (said.has("names"))
        [start.xLabel, start.yLabel, start.title] = JSON.parse(said.get("names")).map(String);
      if (said.has("line")) {
        const [slope, height, at] = numbers(said.get("line"));
        start.line = { slope, height, at };
      }
      if (Line.MEASURES.includes(said.get("measure"))) start.measure = said.get("measure");
      if (said.has("best"))
        start.shownBest = new Set(
          said
            .get("best")
            .split(",")
            .filter((name) => Line.MEASURES.includes(name)),
        );
      const values = [...start.x, ...start.y, ...Object.values(start.line)];
      return start.x.length === start.y.length && values.every(Number.isFinite) ? start : null;
    } catch {
      return null; // an address that somebody has cut
    }
  }

  const known = (wanted) => SETS.find(({ name }) => name === wanted);

  const fresh = (set) => structuredClone(set);

  return { known, fresh, of, read };
})();
