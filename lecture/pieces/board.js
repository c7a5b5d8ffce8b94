// A drawing that is as wide as its element and says when that changes.
"use strict";

const Board = (() => {
  // Below this, in pixels, nothing has room beside its margins (a page squeezed or zoomed).
  const SMALLEST = 40;
  let count = 0;

  // `draw(width, height)` is called for every frame in which the model or the size has changed.
  function mount(element, model, label, draw) {
    const svg = Svg.make("svg", { class: "board", role: "group", "aria-label": label }, element);
    const size = () => {
      const { width, height } = element.getBoundingClientRect();
      if (width < SMALLEST || height < SMALLEST) return;
      Svg.set(svg, { width, height, viewBox: `0 0 ${width} ${height}` });
      show();
    };
    const show = () => {
      const { width, height } = svg.viewBox.baseVal ?? {};
      if (width) draw(width, height);
    };
    new ResizeObserver(size).observe(element);
    model.watch(show);
    return svg;
  }

  // A rectangle that what lies in `group` is cut at; returns the rectangle.
  function clip(svg, group) {
    const id = `clip-${(count += 1)}`;
    const path = Svg.make("clipPath", { id }, svg);
    group.setAttribute("clip-path", `url(#${id})`);
    return Svg.make("rect", {}, path);
  }

  // Hatched is what cannot be: below the least sum.
  function hatch(svg) {
    const id = `hatch-${(count += 1)}`;
    const pattern = Svg.make(
      "pattern",
      { id, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      svg,
    );
    Svg.make("path", { class: "hatch", d: "M0 0V8" }, pattern);
    return `url(#${id})`;
  }

  const cut = (rect, x0, y0, x1, y1) =>
    Svg.set(rect, {
      x: Math.min(x0, x1),
      y: Math.min(y0, y1),
      width: Math.abs(x1 - x0),
      height: Math.abs(y1 - y0),
    });

  return { mount, clip, hatch, cut };
})();
