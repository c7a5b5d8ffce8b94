// The points, a line, how far it misses each of them, and what that adds to the sum.
"use strict";

const Plot = (() => {
  const HANDLES = [0.03, 0.97];

  // The square of the frame in which one x is as long as one y, or the whole frame, or between.
  function scales({ frame, equal: [equal] }, box) {
    const [x0, x1, y0, y1] = frame;
    const perX = (x1 - x0) / (box.right - box.left), perY = (y1 - y0) / (box.bottom - box.top);
    const wider = (per) => 1 + equal * (Math.max(perX, perY) / per - 1);
    const widened = (low, high, factor) => [(low + high) / 2 - (factor * (high - low)) / 2, (low + high) / 2 + (factor * (high - low)) / 2];
    return [
      Axis.scale(...widened(x0, x1, wider(perX)), box.left, box.right),
      Axis.scale(...widened(y0, y1, wider(perY)), box.bottom, box.top),
    ];
  }

  // Both ends of the line in the box, in places; however steep it is.
  function ends(line, sx, sy) {
    const at = Math.min(Math.max(line.at, Math.min(sx.lo, sx.hi)), sx.hi);
    const px = sx.place(at), py = sy.place(Line.heightAt(line, at));
    if (!Number.isFinite(line.slope)) return [[sx.place(line.at), sy.from], [sx.place(line.at), sy.to]];
    const slope = (-line.slope * sx.perPixel) / sy.perPixel;
    const across = [[sx.from, py + slope * (sx.from - px)], [sx.to, py + slope * (sx.to - px)]];
    if (Math.abs(slope) < 1e-9) return across;
    const inside = (y) => Math.min(Math.max(y, sy.to), sy.from);
    return across.map(([x, y]) => (inside(y) === y ? [x, y] : [px + (inside(y) - py) / slope, inside(y)]));
  }

  const between = ([p, q], share) => [p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])];

  // Options: `line` (true: the reader's own line), `points` (true: they can be moved), `add` (a
  // click on an empty place adds a point), `turn` (the line turns about the mean of the points).
  function mount(element, model, { line = true, points = true, add = false, turn = false } = {}) {
    let sx, sy, taken = null;
    const svg = Board.mount(element, model, "Plot of the points and the line", draw);
    const layer = (name, parent = svg) => Svg.make("g", { class: name }, parent);
    const ground = Svg.make("rect", { class: "ground" }, svg);
    const axes = { bottom: layer("scale"), left: layer("scale") };
    const titles = [Svg.make("text", { class: "title" }, svg), Svg.make("text", { class: "title" }, svg)];
    const cutting = layer("cut");
    const rect = Board.clip(svg, cutting);
    const squares = layer("squares", cutting), misses = layer("misses", cutting);
    const bests = Object.fromEntries(Line.MEASURES.map((measure) =>
      [measure, Svg.make("path", { class: `best ${measure}` }, cutting)]));
    const own = Svg.make("path", { class: "own line" }, cutting);
    const centre = Svg.make("path", { class: "centre" }, cutting);
    const grips = layer("grips");
    const dots = layer("dots");
    dots.setAttribute("role", "group");
    dots.setAttribute("aria-label", "Points: arrow keys move one, Page Up and Page Down choose another, Delete removes it, Insert adds one");

    const value = ([x, y]) => [sx.value(x), sy.value(y)];
    const pivot = (side) => turn
      ? [model.points.px, Line.heightAt(model.line, model.points.px)]
      : value(between(ends(model.line, sx, sy), HANDLES[1 - side]));

    const body = Grip.make(Svg.make("path", { class: "own body", tabindex: 0 }, grips), svg, {
      take: ([x, y]) => (taken = sy.value(y) - Line.heightAt(model.line, sx.value(x))),
      drag: ([x, y]) => Moves.shiftLine(model, sy.value(y) - Line.heightAt(model.line, sx.value(x)) - taken),
      push: ([, up]) => Moves.shiftLine(model, up * 4 * sy.perPixel),
      done: model.commit,
    });
    const handles = HANDLES.map((_, side) => {
      const handle = Svg.make("g", { class: "handle", tabindex: 0 }, grips);
      Svg.make("circle", { class: "reach", r: 22 }, handle);
      Svg.make("circle", { class: "ring", r: 15 }, handle);
      Svg.make("circle", { class: "knob", r: 8.5 }, handle);
      return Grip.make(handle, svg, {
        take: () => (taken = pivot(side)),
        drag: (place) => Moves.turnLine(model, taken, value(place)),
        push: ([, up]) => {
          const [x, y] = between(ends(model.line, sx, sy), HANDLES[side]);
          Moves.turnLine(model, pivot(side), value([x, y - up * 4]));
        },
        done: model.commit,
      });
    });

    function makeDot() {
      const dot = Svg.make("g", { class: "dot" });
      Svg.make("circle", { class: "reach" }, dot);
      Svg.make("circle", { class: "ring" }, dot);
      Svg.make("circle", { class: "disc" }, dot);
      if (!points) return dot;
      const index = () => [...dots.children].indexOf(dot);
      dot.addEventListener("pointerenter", () => model.set({ lit: index() }));
      dot.addEventListener("pointerleave", () => model.set({ lit: null }));
      dot.addEventListener("focus", () => model.set({ selected: index(), lit: index() }));
      dot.addEventListener("blur", () => model.set({ lit: null }));
      return Grip.make(dot, svg, {
        take: ([x, y]) => (taken = [sx.place(model.x[index()]) - x, sy.place(model.y[index()]) - y]),
        drag: ([x, y]) => Moves.movePoint(model, index(), ...value([x + taken[0], y + taken[1]])),
        push: ([right, up]) => Moves.movePoint(model, index(),
          model.x[index()] + right * 4 * sx.perPixel, model.y[index()] + up * 4 * sy.perPixel),
        key: ({ key }) => chosen(key, index()),
        done: model.commit,
      });
    }

    function chosen(key, k) {
      const order = [...model.x.keys()].sort((i, j) => model.x[i] - model.x[j]);
      const step = { PageDown: 1, PageUp: -1 }[key], place = order.indexOf(k);
      if (step) focusDot(order[(place + step + order.length) % order.length]);
      else if (key === "Home" || key === "End") focusDot(order.at(key === "Home" ? 0 : -1));
      else if (key === "Delete" || key === "Backspace") {
        Moves.removePoint(model, k);
        requestAnimationFrame(() => focusDot(model.selected));
      } else if (key === "Insert") addPoint();
      else return false;
      return true;
    }

    // A new point in the middle of the frame, or where asked; it is in hand at once.
    function addPoint([x, y] = [(sx.from + sx.to) / 2, (sy.from + sy.to) / 2]) {
      Moves.addPoint(model, ...value([x, y]));
      requestAnimationFrame(() => requestAnimationFrame(() => focusDot(model.selected)));
    }

    const focusDot = (k) => {
      model.set({ selected: k });
      [...dots.children].forEach((dot, i) => (dot.tabIndex = i === k ? 0 : -1));
      dots.children[k]?.focus({ preventScroll: true });
    };

    if (add) ground.addEventListener("click", (event) => {
      const box = svg.getBoundingClientRect();
      addPoint([event.clientX - box.left, event.clientY - box.top]);
    });
    if (add) ground.classList.add("adds");

    function drawMisses(many) {
      const n = model.x.length, { slant: [slant], area: [area], grown: [grown] } = model.view;
      const strokes = Svg.fill(misses, line ? n : 0, () => Svg.make("path"));
      const boxes = Svg.fill(squares, line && area > 0 ? n : 0, () => Svg.make("path"));
      const middle = (sx.from + sx.to) / 2;
      if (line) model.x.forEach((x, k) => {
        const p = [sx.place(x), sy.place(model.y[k])];
        // From straight up to the short way, by degrees: how far the foot has gone along the line.
        const fx = slant ? x + slant * (Line.foot(model.line, x, model.y[k])[0] - x) : x;
        const foot = [sx.place(fx), sy.place(Line.heightAt(model.line, fx))];
        const q = [p[0] + grown * (foot[0] - p[0]), p[1] + grown * (foot[1] - p[1])];
        strokes[k].setAttribute("d", Svg.path([p, q]));
        strokes[k].classList.toggle("lit", model.lit === k);
        if (!boxes[k]) return;
        // Towards the middle: a square then has at least half of the frame to open into.
        const side = [p[1] - q[1], q[0] - p[0]];
        const inward = Math.sign((middle - p[0]) * side[0] || 1);
        const corner = ([u, v]) => [u + inward * area * side[0], v + inward * area * side[1]];
        boxes[k].setAttribute("d", `${Svg.path([p, q, corner(q), corner(p)])}Z`);
        boxes[k].classList.toggle("lit", model.lit === k);
      });
      cutting.classList.toggle("many", many);
    }

    function drawDots(many) {
      const size = many ? 4.5 : 7.5, n = model.x.length;
      const all = Svg.fill(dots, n, makeDot);
      const xStep = sx.perPixel * 4, yStep = sy.perPixel * 4;
      for (let k = 0; k < n; k++) {
        const dot = all[k], [reach, ring, disc] = dot.children;
        dot.setAttribute("transform", `translate(${sx.place(model.x[k]).toFixed(2)} ${sy.place(model.y[k]).toFixed(2)})`);
        reach.setAttribute("r", many ? 12 : 20);
        ring.setAttribute("r", size + 5);
        disc.setAttribute("r", size);
        if (!points) continue;
        dot.tabIndex = k === Math.min(model.selected, n - 1) ? 0 : -1;
        const xText = Words.rounded(model.x[k], xStep), yText = Words.rounded(model.y[k], yStep);
        Grip.speak(dot, `Point ${k + 1} of ${n}`, `x ${xText}, y ${yText}`, model.y[k], [sy.lo, sy.hi]);
      }
    }

    function draw(width, height) {
      const small = width < 520;
      const [, , y0, y1] = model.goal.frame;
      const box = { left: Math.max(small ? 42 : 58, Axis.room(y0, y1, height / 75)), right: width - 14, top: 14, bottom: height - (small ? 46 : 54) };
      [sx, sy] = scales(model.view, box);
      Board.cut(ground, box.left, box.top, box.right, box.bottom);
      Board.cut(rect, box.left, box.top, box.right, box.bottom);
      const offsets = [
        Axis.draw(axes.bottom, sx, box.bottom, "bottom", (box.right - box.left) / 95),
        Axis.draw(axes.left, sy, box.left, "left", (box.bottom - box.top) / 75),
      ];
      titles[0].textContent = Axis.titled(model.xLabel, offsets[0]);
      Svg.set(titles[0], { x: box.right, y: height - 6, "text-anchor": "end" });
      titles[1].textContent = Axis.titled(model.yLabel, offsets[1]);
      Svg.set(titles[1], { x: box.left + 12, y: box.top + 12, "text-anchor": "start" });
      const many = model.x.length > 60;
      drawMisses(many);
      for (const [measure, path] of Object.entries(bests)) {
        const best = model.best[measure], shown = best && !model.secret && model.shownBest.has(measure);
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
        const [x, y] = between(both, HANDLES[side]), [vx, vy] = value([x, y]);
        handle.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
        const text = `y ${Words.rounded(vy, sy.perPixel)} at x ${Words.rounded(vx, sx.perPixel)}`;
        Grip.speak(handle, `${side ? "Right" : "Left"} end of the line`, text, vy, [sy.lo, sy.hi]);
      });
      const middle = Line.heightAt(model.line, (sx.lo + sx.hi) / 2);
      Grip.speak(body, "The line, up and down", `y ${Words.rounded(middle, sy.perPixel)} in the middle`, middle, [sy.lo, sy.hi]);
      drawDots(many);
    }

    return { svg, addPoint, focusDot };
  }

  return { mount };
})();
