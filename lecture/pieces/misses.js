// How far the line misses each point, straight up or the short way, and the squares on that.
"use strict";

const Misses = (() => {
  function make(parent, model) {
    const squares = Svg.make("g", { class: "squares" }, parent),
      misses = Svg.make("g", { class: "misses" }, parent);

    function draw(sx, sy) {
      const n = model.x.length,
        {
          slant: [slant],
          area: [area],
          grown: [grown],
        } = model.view;
      for (const layer of [squares, misses]) layer.style.display = grown ? "" : "none";
      const strokes = Svg.fill(misses, n, () => Svg.make("path"));
      const boxes = Svg.fill(squares, area > 0 ? n : 0, () => Svg.make("path"));
      const middle = (sx.from + sx.to) / 2;
      model.x.forEach((x, k) => {
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
        const inward = Math.sign((middle - p[0]) * side[0] || 1) * area;
        const corner = ([u, v]) => [u + inward * side[0], v + inward * side[1]];
        boxes[k].setAttribute("d", `${Svg.path([p, q, corner(q), corner(p)])}Z`);
        boxes[k].classList.toggle("lit", model.lit === k);
      });
    }

    return { draw };
  }

  return { make };
})();
