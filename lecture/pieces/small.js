// Pieces that stand in the middle of a text, each with one thing to move. `mount(element, options)`
// takes the points { x, y, line, xLabel, yLabel } and returns the model that it shows.
"use strict";

const Small = (() => {
  const { html } = Formula;
  const place = (element, ...names) => {
    element.classList.add("small-piece");
    return names.map((name) => element.appendChild(html("div", { className: name })));
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
        [plot, tank, formula] = place(element, "plot", "tank", "wide");
      Plot.mount(plot, model, { points: false });
      Tank.mount(tank, model);
      Formula.mount(formula, model, { sliders: true });
      return model;
    },
  };

  // One number changes and the other stays: the tank's level draws a parabola for each.
  const sweeps = {
    mount(element, options) {
      const model = Model.create(options),
        [plot, tank, slope, height] = place(element, "plot", "tank", "half", "half");
      Plot.mount(plot, model, { points: false });
      Tank.mount(tank, model);
      Sweep.mount(slope, model, { parameter: "slope" });
      Sweep.mount(height, model, { parameter: "height" });
      return model;
    },
  };

  // Points to pull far off, and two best lines: one follows, the other stays.
  const outlier = {
    mount(element, options) {
      const model = Model.create({ ...options, shownBest: new Set(["squared", "absolute"]) });
      const [plot, lines] = place(element, "plot alone", "wide");
      Plot.mount(plot, model, { line: false });
      Measures.mount(lines, model, { measures: ["squared", "absolute"], judged: false });
      return model;
    },
  };

  // The line turns about the mean of the points; the sum of the short ways follows the direction.
  const turning = {
    mount(element, options) {
      const points = Line.cloud(options.x, options.y);
      const line = { ...options.line, height: points.py, at: points.px };
      const model = Model.create({ ...options, line, measure: "shortest" });
      const [plot, tank, sweep] = place(element, "plot", "tank", "wide low");
      Plot.mount(plot, model, { points: false, turn: true });
      Tank.mount(tank, model);
      Sweep.mount(sweep, model, { parameter: "angle" });
      return model;
    },
  };

  return { residuals, sliders, sweeps, outlier, turning };
})();
