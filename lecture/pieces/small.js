// Pieces that stand in the middle of a text, each with one thing to move. `mount(element, options)`
// takes the points { x, y, line, xLabel, yLabel } and returns the model that it shows.
"use strict";

const Small = (() => {
  const { html } = Formula;
  const place = (element, ...names) => {
    element.classList.add("small-piece");
    return names.map((name) => element.appendChild(html("div", { className: name })));
  };

  // What is seen, as a sentence that is heard, too.
  const status = () => {
    const said = html("p", { className: "sentence" });
    said.setAttribute("role", "status");
    return said;
  };
  const say = (said, now) => {
    if (said.textContent !== now) said.textContent = now;
  };

  // A line drawn by eye, before there is a sum: the best one is not seen until it is asked for.
  const bet = {
    mount(element, options) {
      const model = Model.create({ ...options, bare: true });
      const [plot, below] = place(element, "plot alone", "wide controls");
      Plot.mount(plot, model, { points: false });
      const said = status(),
        button = html("button", { type: "button" });
      below.append(html("div", { className: "tools" }, button), said);
      button.addEventListener("click", () => {
        if (model.bare) model.shownBest.add("squared");
        else model.shownBest.clear();
        model.set(model.bare ? { bare: false } : { bare: true, line: options.line });
        model.commit();
      });
      model.watch(() => {
        button.textContent = model.bare ? "Show the best line" : "Draw another";
        const [yours, least] = [model.cost, model.optimum.cost].map((sum) => Words.significant(sum));
        say(
          said,
          model.bare
            ? "How good is your line? So far nobody can say."
            : `The red squares on your misses add up to ${yours}. Those of the best line, the green one, add up to ${least}, and no line has less.`,
        );
      });
      return model;
    },
  };

  // A line over the points, its residuals, their squares, the tank that holds them.
  const residuals = {
    mount(element, options) {
      const model = Model.create(options),
        [plot, tank, words] = place(element, "plot", "tank", "wide");
      Plot.mount(plot, model);
      Tank.mount(tank, model);
      Sentence.mount(words, model);
      return model;
    },
  };

  // The same line from its two numbers: a turns it, b lifts it.
  const sliders = {
    mount(element, options) {
      const model = Model.create(options),
        [plot, tank, formula, words] = place(element, "plot", "tank", "wide", "wide");
      Plot.mount(plot, model, { points: false });
      Tank.mount(tank, model);
      Sentence.mount(words, model);
      Formula.mount(formula, model, { sliders: true });
      return model;
    },
  };

  // One number changes and the other stays: the tank's level draws a parabola for each.
  const sweeps = {
    mount(element, options) {
      const model = Model.create(options),
        [plot, tank, slope, height, words] = place(
          element,
          ...["plot", "tank", "half", "half", "wide"],
        );
      Plot.mount(plot, model, { points: false });
      Tank.mount(tank, model);
      Sweep.mount(slope, model, { parameter: "slope" });
      Sweep.mount(height, model, { parameter: "height" });
      Sentence.mount(words, model);
      return model;
    },
  };

  // Which of the two best lines are no longer where they were at the beginning.
  function followed(squared, absolute) {
    if (squared && absolute) return "Both lines have moved.";
    if (squared) return "Least squares have moved, least distance is where it was.";
    if (absolute) return "Least distance has moved, least squares are where they were.";
    return "Both lines are where they were.";
  }

  // Points to pull far off, and two best lines: one follows, the other stays.
  const outlier = {
    mount(element, options) {
      const model = Model.create({ ...options, shownBest: new Set(["squared", "absolute"]) });
      const [plot, lines, below] = place(element, "plot alone", "wide", "wide");
      Plot.mount(plot, model, { line: false });
      Measures.mount(lines, model, { measures: ["squared", "absolute"], judged: false });
      const said = below.appendChild(status());
      const { best: first, goal } = model;
      const [x0, x1, y0, y1] = goal.frame;
      const moved = (measure) => {
        const lines = [first[measure].line, model.best[measure].line];
        const away = (x) => Math.abs(Line.heightAt(lines[0], x) - Line.heightAt(lines[1], x));
        return Math.max(away(x0), away(x1)) > 1e-9 * (y1 - y0);
      };
      model.watch(() => say(said, followed(moved("squared"), moved("absolute"))));
      return model;
    },
  };

  // The line turns about the mean of the points; the sum of the short ways follows the direction.
  const turning = {
    mount(element, options) {
      const points = Line.cloud(options.x, options.y);
      const { line } = Line.best("squared", points);
      const model = Model.create({
        ...options,
        line,
        measure: "shortest",
        shownBest: new Set(["squared"]),
      });
      const [plot, tank, sweep, words] = place(element, "plot", "tank", "wide low", "wide");
      Plot.mount(plot, model, { points: false, turn: true });
      Tank.mount(tank, model);
      Sweep.mount(sweep, model, { parameter: "angle" });
      Sentence.mount(words, model);
      return model;
    },
  };

  return { bet, residuals, sliders, sweeps, outlier, turning };
})();
