// The points, each of which can be taken, moved, removed; and new ones.
"use strict";

const Dots = (() => {
  const HINT =
    "Points: arrow keys move one, Page Up and Page Down choose another, Delete removes it, Insert adds one";

  // `scales()` returns those of the plot as it is now; points that are not `movable` are only seen.
  function make(svg, model, scales, movable) {
    const dots = Svg.make(
      "g",
      { class: "dots", role: "group", "aria-label": movable ? HINT : "Points" },
      svg,
    );
    let held = 0,
      taken = [0, 0];
    const place = (k) => {
      const [sx, sy] = scales();
      return [sx.place(model.x[k]), sy.place(model.y[k])];
    };
    const move = (k, [x, y]) => {
      const [sx, sy] = scales();
      Moves.movePoint(model, k, sx.value(x), sy.value(y));
    };

    function makeDot() {
      const dot = Svg.make("g", { class: "dot" });
      for (const name of ["reach", "ring", "disc"]) Svg.make("circle", { class: name }, dot);
      if (!movable) return dot;
      const index = () => [...dots.children].indexOf(dot);
      dot.addEventListener("pointerenter", () => model.set({ lit: index() }));
      dot.addEventListener("pointerleave", () => model.set({ lit: null }));
      dot.addEventListener("focus", () => model.set({ selected: index(), lit: index() }));
      dot.addEventListener("blur", () => model.set({ lit: null }));
      return Grip.make(dot, svg, {
        take([x, y]) {
          held = nearest(x, y);
          if (held !== index()) focus(held);
          taken = [place(held)[0] - x, place(held)[1] - y];
        },
        drag: ([x, y]) => move(held, [x + taken[0], y + taken[1]]),
        push([right, up]) {
          const [x, y] = place(index());
          move(index(), [x + 4 * right, y - 4 * up]);
        },
        key: ({ key }) => pressed(key, index()),
        done: model.commit,
      });
    }

    // Where grips overlap, the point nearest to the finger is meant, not the one drawn last.
    function nearest(x, y) {
      const away = model.x.map((_, k) => Math.hypot(place(k)[0] - x, place(k)[1] - y));
      return away.indexOf(Math.min(...away));
    }

    function pressed(key, k) {
      const order = [...model.x.keys()].sort((i, j) => model.x[i] - model.x[j]);
      const step = { PageDown: 1, PageUp: -1 }[key],
        at = order.indexOf(k);
      if (step) focus(order[(at + step + order.length) % order.length]);
      else if (key === "Home" || key === "End") focus(order.at(key === "Home" ? 0 : -1));
      else if (key === "Delete" || key === "Backspace") {
        Moves.removePoint(model, k);
        requestAnimationFrame(() => focus(model.selected));
      } else if (key === "Insert") add();
      else return false;
      return true;
    }

    function focus(k) {
      model.set({ selected: k });
      [...dots.children].forEach((dot, i) => (dot.tabIndex = i === k ? 0 : -1));
      dots.children[k]?.focus({ preventScroll: true });
    }

    // A new point in the middle of the frame, or where asked; it is in hand at once.
    function add(at) {
      const [sx, sy] = scales(),
        [x, y] = at ?? [(sx.from + sx.to) / 2, (sy.from + sy.to) / 2];
      Moves.addPoint(model, sx.value(x), sy.value(y));
      requestAnimationFrame(() => requestAnimationFrame(() => focus(model.selected)));
    }

    function draw(many) {
      const size = many ? 4.5 : 7.5,
        n = model.x.length,
        [sx, sy] = scales();
      const all = Svg.fill(dots, n, makeDot);
      for (let k = 0; k < n; k++) {
        const dot = all[k],
          [reach, ring, disc] = dot.children,
          [x, y] = place(k);
        dot.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
        reach.setAttribute("r", many ? 12 : 20);
        ring.setAttribute("r", size + 5);
        disc.setAttribute("r", size);
        if (!movable) continue;
        dot.tabIndex = k === Math.min(model.selected, n - 1) ? 0 : -1;
        const text = `x ${Words.rounded(model.x[k], 4 * sx.perPixel)}, y ${Words.rounded(model.y[k], 4 * sy.perPixel)}`;
        Grip.speak(dot, `Point ${k + 1} of ${n}`, text, model.y[k], [sy.lo, sy.hi]);
      }
    }

    return { draw, add };
  }

  return { make };
})();
