// The same experiment again and again: new errors, another line, and whether its interval holds
// the slope that was put in.
"use strict";

const Again = (() => {
  const { html, italic } = Formula;
  const MANY = 20;
  const MOST = 400; // lines that stay visible

  // One more experiment of the law { x, slope, intercept, sd }; `quantile` is Student's for the
  // interval. Returns the points, their line, and the reach of the interval of its slope.
  function experiment({ x, slope, intercept, sd, quantile }) {
    const y = x.map((value) => slope * value + intercept + sd * Chance.normal());
    const points = Line.cloud(x, y),
      { line, cost } = Line.best("squared", points);
    const reach = quantile * Math.sqrt(cost / (points.n - 2) / points.sxx);
    return { y, line, reach, held: Math.abs(line.slope - slope) <= reach };
  }

  function create(law) {
    const model = { law, tries: [] },
      changed = Watched.make(model);
    return Object.assign(model, {
      measure(times = 1) {
        for (let k = 0; k < times; k++) model.tries.push(experiment(law));
        changed();
      },
      clear() {
        model.tries = [];
        model.measure();
      },
    });
  }

  function plot(element, model) {
    const svg = Board.mount(element, model, "Points of one experiment, lines of all", draw);
    const scales = { bottom: Svg.make("g", {}, svg), left: Svg.make("g", {}, svg) };
    const cutting = Svg.make("g", {}, svg),
      rect = Board.clip(svg, cutting);
    const bundle = Svg.make("path", { class: "bundle" }, cutting);
    const own = Svg.make("path", { class: "own line" }, cutting);
    const truth = Svg.make("path", { class: "truth" }, cutting);
    const dots = Svg.make("g", {}, svg);
    const titles = ["x", "y"].map((name) => {
      const title = Svg.make("text", { class: "title" }, svg);
      title.textContent = name;
      return title;
    });

    function draw(width, height) {
      const { x, slope, intercept, sd } = model.law,
        last = model.tries.at(-1);
      const right = Math.max(...x);
      const box = { left: 42, right: width - 14, top: 14, bottom: height - 46 };
      const sx = Axis.scale(-0.03 * right, 1.03 * right, box.left, box.right);
      const top = slope * right + intercept + 3 * sd;
      const sy = Axis.scale(intercept - 3 * sd, top, box.bottom, box.top);
      Board.cut(rect, box.left, box.top, box.right, box.bottom);
      Axis.draw(scales.bottom, sx, box.bottom, "bottom", (box.right - box.left) / 90);
      Axis.draw(scales.left, sy, box.left, "left", (box.bottom - box.top) / 60);
      Svg.set(titles[0], { x: box.right, y: height - 6, "text-anchor": "end" });
      Svg.set(titles[1], { x: box.left + 12, y: box.top + 12 });
      const path = (line) =>
        Svg.path([sx.lo, sx.hi].map((at) => [sx.place(at), sy.place(Line.heightAt(line, at))]));
      bundle.setAttribute("d", model.tries.slice(-MOST).map(({ line }) => path(line)).join(""));
      truth.setAttribute("d", path({ slope, height: intercept, at: 0 }));
      own.setAttribute("d", path(last.line));
      const all = Svg.fill(dots, x.length, () => Svg.make("circle", { class: "seen", r: 6 }));
      last.y.forEach((y, k) => Svg.set(all[k], { cx: sx.place(x[k]), cy: sy.place(y) }));
    }
  }

  function words(element, model) {
    const said = html("p", { className: "sentence" });
    said.setAttribute("role", "status");
    const button = (text, action) => {
      const made = html("button", { type: "button", textContent: text });
      made.addEventListener("click", action);
      return made;
    };
    const tools = html(
      "div",
      { className: "tools" },
      button("Measure again", () => model.measure()),
      button(`${MANY} times`, () => model.measure(MANY)),
      button("Start again", model.clear),
    );
    element.append(said, tools);
    model.watch(() => {
      const { line, reach, held } = model.tries.at(-1);
      const count = model.tries.length,
        holding = model.tries.filter((one) => one.held).length;
      const all =
        count > 1
          ? ` Of ${count} intervals, ${holding} hold it.`
          : ` The interval ${held ? "holds" : "misses"} it.`;
      said.replaceChildren(
        italic("a"),
        ` = ${line.slope.toFixed(2)} ± ${reach.toFixed(2)}; the truth is ${model.law.slope}.${all}`,
      );
    });
  }

  function mount(element, law) {
    const model = create(law);
    model.measure();
    element.classList.add("small-piece");
    const [board, below] = ["alone plot", "wide controls"].map((name) =>
      element.appendChild(html("div", { className: name })),
    );
    plot(board, model);
    words(below, model);
    return model;
  }

  return { mount };
})();
