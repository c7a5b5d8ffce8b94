// What happens to the sum when one thing changes and everything else stays: a sweep.
"use strict";

const Sweep = (() => {
  const SAMPLES = 72;
  const radians = (degrees) => (degrees * Math.PI) / 180;

  // What is changed: its name, its value of a line, the line with another value, how to set it.
  const PARAMETERS = {
    slope: {
      name: "slope a",
      range: (model) => model.view.lines.slice(0, 2),
      of: (model) => model.line.slope,
      line: (model, slope) => ({
        slope,
        height: Line.heightAt(model.line, model.origin),
        at: model.origin,
      }),
      set: Moves.setSlope,
      kinks: (model) => {
        const b = Line.heightAt(model.line, model.origin);
        return model.x.map((x, k) => (model.y[k] - b) / (x - model.origin));
      },
    },
    height: {
      name: "intercept b",
      range: (model) => model.view.lines.slice(2),
      of: (model) => Line.heightAt(model.line, model.origin),
      line: (model, height) => ({ slope: model.line.slope, height, at: model.origin }),
      set: Moves.setHeight,
      kinks: (model) => model.x.map((x, k) => model.y[k] - model.line.slope * (x - model.origin)),
    },
    // The line turns about the mean of the points; half a turn is all there is.
    angle: {
      name: "direction in degrees",
      range: () => [-90, 90],
      of: (model) => (Math.atan(model.line.slope) * 180) / Math.PI,
      line: (model, degrees) => ({
        slope: Math.tan(radians(degrees)),
        height: Line.heightAt(model.line, model.points.px),
        at: model.points.px,
      }),
      set(model, degrees) {
        const inside = ((((degrees + 90) % 180) + 180) % 180) - 90;
        Moves.setLine(model, this.line(model, Math.min(Math.max(inside, -89.95), 89.95)));
      },
      kinks: () => [],
    },
  };

  const title = (model, parameter) =>
    parameter === "height" && model.origin
      ? `height at x = ${Words.round(model.origin)}`
      : PARAMETERS[parameter].name;

  // The curve in a drawing of its own or in that of the map, whose scales it then shares.
  function part(svg, model, parameter) {
    const what = PARAMETERS[parameter];
    const group = Svg.make("g", { class: `sweep ${parameter}` }, svg);
    const cutting = Svg.make("g", {}, group),
      rect = Board.clip(svg, cutting);
    const forbidden = Svg.make("rect", { class: "forbidden", fill: Board.hatch(svg) }, cutting);
    const least = Svg.make("path", { class: "mark" }, cutting);
    const curve = Svg.make("path", { class: "curve" }, cutting);
    const sum = Svg.make("text", { class: "sum" }, group);
    const dot = Svg.make("g", { class: "ball", tabindex: 0 }, group);
    for (const [name, r] of [
      ["reach", 22],
      ["ring", 13],
      ["disc", 7.5],
    ])
      Svg.make("circle", { class: name, r }, dot);
    let along, up, vertical;
    Grip.make(dot, svg, {
      drag: ([x, y]) =>
        what.set(
          model,
          along.value(
            Math.min(
              Math.max(vertical ? y : x, Math.min(along.from, along.to)),
              Math.max(along.from, along.to),
            ),
          ),
        ),
      push: ([right, raise]) =>
        what.set(model, what.of(model) + (right || raise) * 2 * along.perPixel),
      done: model.commit,
    });

    const costAt = (value) => Line.cost(model.measure, model.points, what.line(model, value));
    const place = (value, cost) =>
      vertical ? [up.place(cost), along.place(value)] : [along.place(value), up.place(cost)];

    function path() {
      const { lo, hi } = along;
      if (model.measure === "squared" && parameter !== "angle") {
        // A parabola is exactly one Bezier curve of second degree.
        const [low, mid, high] = [lo, (lo + hi) / 2, hi].map(costAt);
        const [p, c, q] = [
          [lo, low],
          [(lo + hi) / 2, 2 * mid - (low + high) / 2],
          [hi, high],
        ].map((at) => place(...at));
        return `M${p}Q${c} ${q}`;
      }
      const even = Array.from({ length: SAMPLES + 1 }, (_, k) => lo + ((hi - lo) * k) / SAMPLES);
      const kinks =
        model.measure === "absolute"
          ? what.kinks(model).filter((value) => value > lo && value < hi)
          : [];
      const values = [...even, ...kinks].sort((one, other) => one - other);
      return Svg.path(values.map((value) => place(value, Math.min(costAt(value), 50 * up.hi))));
    }

    // How far the curve stays away from a name at one end of the axis, which needs `room` there.
    function away(end, room) {
      const inward = Math.sign(along.from + along.to - 2 * end);
      const middle = vertical ? up.to - 20 : up.to + 12;
      const places = [0, 0.25, 0.5, 0.75, 1].map((share) => end + share * room * inward);
      return Math.min(
        ...places.map((at) => Math.abs(up.place(costAt(along.value(at))) - middle)),
      );
    }

    // Where the name of the sum stands: at the end of the axis where the curve leaves it room.
    function named() {
      const [from, to] = [along.from, along.to].map((end) => away(end, vertical ? 28 : 56));
      if (vertical)
        return {
          x: up.to - 2,
          y: from >= to ? along.from - 10 : along.to + 18,
          "text-anchor": "end",
        };
      return {
        x: to >= from ? along.to - 4 : along.from + 10,
        y: up.to + 16,
        "text-anchor": to >= from ? "end" : "start",
      };
    }

    function draw(alongScale, upScale, isVertical = false) {
      [along, up, vertical] = [alongScale, upScale, isVertical];
      const box = [place(along.lo, up.hi), place(along.hi, 0)];
      Board.cut(rect, ...box[0], ...box[1]);
      group.style.display = model.secret || !model.optimum ? "none" : "";
      if (model.secret || !model.optimum) return;
      Sum.write(sum, model.measure);
      Svg.set(sum, named());
      Board.cut(forbidden, ...place(along.lo, 0), ...place(along.hi, model.optimum.cost));
      least.setAttribute(
        "d",
        Svg.path([place(along.lo, model.optimum.cost), place(along.hi, model.optimum.cost)]),
      );
      curve.setAttribute("d", path());
      const value = what.of(model),
        seen = Math.min(Math.max(value, along.lo), along.hi);
      const [x, y] = place(seen, Math.min(model.cost, up.hi));
      dot.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
      Grip.speak(
        dot,
        `Sweep, ${title(model, parameter)}`,
        Words.rounded(value, along.perPixel),
        value,
        [along.lo, along.hi],
      );
    }

    return { draw };
  }

  function mount(element, model, { parameter = "slope" } = {}) {
    const svg = Board.mount(
      element,
      model,
      `The sum for every ${PARAMETERS[parameter].name}`,
      draw,
    );
    const axes = {
      bottom: Svg.make("g", { class: "scale" }, svg),
      left: Svg.make("g", { class: "scale" }, svg),
    };
    const words = Svg.make("text", { class: `title ${parameter}`, "text-anchor": "end" }, svg);
    const curve = part(svg, model, parameter);

    function draw(width, height) {
      const box = {
        left: Math.max(46, Axis.room(0, model.goal.top[0], height / 60)),
        right: width - 14,
        top: 14,
        bottom: height - 48,
      };
      const along = Axis.scale(...PARAMETERS[parameter].range(model), box.left, box.right);
      const up = Axis.scale(0, model.view.top[0], box.bottom, box.top);
      const from = Axis.draw(axes.bottom, along, box.bottom, "bottom", (box.right - box.left) / 80);
      Axis.title(words, title(model, parameter), from);
      Svg.set(words, { x: box.right, y: height - 6 });
      Axis.draw(axes.left, up, box.left, "left", (box.bottom - box.top) / 60);
      curve.draw(along, up);
    }

    return { svg };
  }

  return { mount, part, title };
})();
