// The points, a line, how far it misses each of them, and what that adds to the sum.
"use strict";

const Plot = (() => {
  const HANDLES = [0.03, 0.97];

  // The square of the frame in which one x is as long as one y, or the whole frame, or between.
  function scales({ frame, equal: [equal] }, box) {
    const [x0, x1, y0, y1] = frame;
    const perX = (x1 - x0) / (box.right - box.left),
      perY = (y1 - y0) / (box.bottom - box.top);
    const wider = (per) => 1 + equal * (Math.max(perX, perY) / per - 1);
    const widened = (low, high, factor) => [
      (low + high) / 2 - (factor * (high - low)) / 2,
      (low + high) / 2 + (factor * (high - low)) / 2,
    ];
    return [
      Axis.scale(...widened(x0, x1, wider(perX)), box.left, box.right),
      Axis.scale(...widened(y0, y1, wider(perY)), box.bottom, box.top),
    ];
  }

  // Both ends of the line in the box, in places; however steep it is.
  function ends(line, sx, sy) {
    const at = Math.min(Math.max(line.at, Math.min(sx.lo, sx.hi)), sx.hi);
    const px = sx.place(at),
      py = sy.place(Line.heightAt(line, at));
    if (!Number.isFinite(line.slope))
      return [
        [sx.place(line.at), sy.from],
        [sx.place(line.at), sy.to],
      ];
    const slope = (-line.slope * sx.perPixel) / sy.perPixel;
    const across = [
      [sx.from, py + slope * (sx.from - px)],
      [sx.to, py + slope * (sx.to - px)],
    ];
    if (Math.abs(slope) < 1e-9) return across;
    const inside = (y) => Math.min(Math.max(y, sy.to), sy.from);
    return across.map(([x, y]) =>
      inside(y) === y ? [x, y] : [px + (inside(y) - py) / slope, inside(y)],
    );
  }

  const between = ([p, q], share) => [p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])];

  // Options: `line` (true: the reader's own line), `points` (true: they can be moved), `add` (a
  // click on an empty place adds a point), `turn` (the line turns about the mean of the points).
  function mount(element, model, { line = true, points = true, add = false, turn = false } = {}) {
    let sx,
      sy,
      taken = null;
    const svg = Board.mount(element, model, "Plot of the points and the line", draw);
    const layer = (name, parent = svg) => Svg.make("g", { class: name }, parent);
    const ground = Svg.make("rect", { class: "ground" }, svg);
    const axes = { bottom: layer("scale"), left: layer("scale") };
    const titles = [
      Svg.make("text", { class: "title" }, svg),
      Svg.make("text", { class: "title" }, svg),
    ];
    const cutting = layer("cut");
    const rect = Board.clip(svg, cutting);
    const misses = line ? Misses.make(cutting, model) : null;
    const bests = Object.fromEntries(
      Line.MEASURES.map((measure) => [
        measure,
        Svg.make("path", { class: `best ${measure}` }, cutting),
      ]),
    );
    const own = Svg.make("path", { class: "own line" }, cutting);
    const centre = Svg.make("path", { class: "centre" }, cutting);
    const grips = layer("grips");
    const dots = Dots.make(svg, model, () => [sx, sy], points);

    const value = ([x, y]) => [sx.value(x), sy.value(y)];
    const pivot = (side) =>
      turn
        ? [model.points.px, Line.heightAt(model.line, model.points.px)]
        : value(between(ends(model.line, sx, sy), HANDLES[1 - side]));

    // An arrow up or to the right, and an end is higher.
    const pushEnd = (side, [right, up]) => {
      const [x, y] = between(ends(model.line, sx, sy), HANDLES[side]);
      Moves.turnLine(model, pivot(side), value([x, y - (up || right) * 4]));
    };
    const body = Grip.make(
      Svg.make("path", { class: turn ? "own body turns" : "own body", tabindex: 0 }, grips),
      svg,
      {
        take: ([x, y]) => (taken = sy.value(y) - Line.heightAt(model.line, sx.value(x))),
        drag: ([x, y]) =>
          turn
            ? Moves.turnLine(model, pivot(0), value([x, y]))
            : Moves.shiftLine(model, sy.value(y) - Line.heightAt(model.line, sx.value(x)) - taken),
        push: (way) =>
          turn
            ? pushEnd(1, way)
            : Moves.shiftLine(model, (way[1] || way[0]) * 4 * sy.perPixel),
        done: model.commit,
      },
    );
    const handles = HANDLES.map((_, side) => {
      const handle = Svg.make("g", { class: "handle", tabindex: 0 }, grips);
      Svg.make("circle", { class: "reach", r: 22 }, handle);
      Svg.make("circle", { class: "ring", r: 15 }, handle);
      Svg.make("circle", { class: "knob", r: 8.5 }, handle);
      return Grip.make(handle, svg, {
        take: () => (taken = pivot(side)),
        drag: (place) => Moves.turnLine(model, taken, value(place)),
        push: (way) => pushEnd(side, way),
        done: model.commit,
      });
    });

    const direction = () =>
      `${Words.rounded((Math.atan(model.line.slope) * 180) / Math.PI, 0.1)} degrees`;

    if (add)
      ground.addEventListener("click", (event) => {
        const box = svg.getBoundingClientRect();
        dots.add([event.clientX - box.left, event.clientY - box.top]);
      });
    if (add) ground.classList.add("adds");

    function draw(width, height) {
      const small = width < 520;
      const [, , y0, y1] = model.goal.frame;
      const box = {
        left: Math.max(small ? 42 : 58, Axis.room(y0, y1, height / 75)),
        right: width - 14,
        top: 14,
        bottom: height - (small ? 46 : 54),
      };
      [sx, sy] = scales(model.view, box);
      Board.cut(ground, box.left, box.top, box.right, box.bottom);
      Board.cut(rect, box.left, box.top, box.right, box.bottom);
      const offsets = [
        Axis.draw(
          axes.bottom,
          sx,
          box.bottom,
          "bottom",
          (box.right - box.left) / (small ? 55 : 95),
        ),
        Axis.draw(axes.left, sy, box.left, "left", (box.bottom - box.top) / 75),
      ];
      Axis.title(titles[0], model.xLabel, offsets[0]);
      Svg.set(titles[0], { x: box.right - (small ? 26 : 0), y: height - 6, "text-anchor": "end" });
      Axis.title(titles[1], model.yLabel, offsets[1]);
      Svg.set(titles[1], { x: box.left + 12, y: box.top + 12, "text-anchor": "start" });
      const many = model.x.length > 60;
      cutting.classList.toggle("many", many);
      misses?.draw(sx, sy);
      for (const [measure, path] of Object.entries(bests)) {
        const best = model.best[measure],
          shown = best && !model.secret && model.shownBest.has(measure);
        path.setAttribute("d", shown ? Svg.path(ends(best.line, sx, sy)) : "");
      }
      const both = ends(model.line, sx, sy);
      own.setAttribute("d", line ? Svg.path(both) : "");
      body.setAttribute("d", line ? Svg.path(both) : "");
      grips.style.display = line ? "" : "none";
      if (turn && model.points.n) {
        const [x, y] = [sx.place(model.points.px), sy.place(model.points.py)];
        centre.setAttribute("d", `M${x - 9} ${y}h18M${x} ${y - 9}v18`);
      }
      handles.forEach((handle, side) => {
        const [x, y] = between(both, HANDLES[side]),
          [vx, vy] = value([x, y]);
        handle.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
        const text = turn ? direction() : `y ${Words.rounded(vy, sy.perPixel)} at x ${Words.rounded(vx, sx.perPixel)}`;
        Grip.speak(handle, `${side ? "Right" : "Left"} end of the line`, text, vy, [sy.lo, sy.hi]);
      });
      const middle = Line.heightAt(model.line, (sx.lo + sx.hi) / 2);
      Grip.speak(
        body,
        turn ? "The line, turned about the mean" : "The line, up and down",
        turn ? direction() : `y ${Words.rounded(middle, sy.perPixel)} in the middle`,
        middle,
        [sy.lo, sy.hi],
      );
      dots.draw(many);
    }

    return { svg, addPoint: dots.add };
  }

  return { mount };
})();
