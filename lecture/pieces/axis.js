// Scales between values and places, and axes drawn as in the films: two lines, few ticks, a title.
"use strict";

const Svg = {
  make(name, attributes = {}, parent = null) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Svg.set(element, attributes);
    if (parent) parent.append(element);
    return element;
  },
  set(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  },
  // As many children of one kind as there are things to show.
  fill(parent, count, make) {
    while (parent.children.length > count) parent.lastChild.remove();
    while (parent.children.length < count) parent.append(make(parent.children.length));
    return parent.children;
  },
  path: (places) =>
    places.map(([x, y], k) => `${k ? "L" : "M"}${x.toFixed(2)} ${y.toFixed(2)}`).join(""),
};

const Axis = (() => {
  // [lo, hi] of values to [from, to] of places.
  const scale = (lo, hi, from, to) => ({
    lo,
    hi,
    from,
    to,
    place: (value) => from + ((value - lo) / (hi - lo)) * (to - from),
    value: (place) => lo + ((place - from) / (to - from)) * (hi - lo),
    perPixel: Math.abs((hi - lo) / (to - from)),
  });

  function niceStep(span, count) {
    const rough = span / Math.max(1, count),
      size = 10 ** Math.floor(Math.log10(rough));
    return size * [1, 2, 5, 10].find((factor) => factor * size >= rough * (1 - 1e-9));
  }

  function ticks({ lo, hi }, count) {
    const [low, high] = lo < hi ? [lo, hi] : [hi, lo];
    const step = niceStep(high - low, count),
      values = [];
    for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++)
      values.push(k * step);
    return { values, step };
  }

  // Ticks of far-off values differ in their last digits only: those are written, and what is
  // subtracted stands with the title.
  function offset({ lo, hi }) {
    const span = Math.abs(hi - lo),
      middle = (lo + hi) / 2;
    if (Math.abs(middle) < 1e4 * span) return 0;
    const unit = 10 ** Math.ceil(Math.log10(span));
    return Math.round(middle / unit) * unit;
  }

  // How much room the longest number beside a standing axis needs.
  function room(lo, hi, count) {
    const along = { lo, hi },
      { values, step } = ticks(along, count),
      from = offset(along);
    return (
      16 +
      7.5 *
        Math.max(
          ...values.map((value) => Words.rounded(value - from, step).replace(/[⁰-⁹]/g, "").length),
          1,
        )
    );
  }

  // Draw into `group`; `side` is "bottom", "left", "right" or "top".
  function draw(group, along, across, side, count, labelled = true) {
    const horizontal = side === "bottom" || side === "top";
    const out = side === "bottom" || side === "right" ? 1 : -1;
    const { values, step } = ticks(along, count),
      from = offset(along);
    const marks = values.map((value) => {
      const at = along.place(value).toFixed(2);
      return horizontal ? `M${at} ${across}v${6 * out}` : `M${across} ${at}h${6 * out}`;
    });
    const rail = horizontal
      ? `M${along.from} ${across}H${along.to}`
      : `M${across} ${along.from}V${along.to}`;
    if (!group.firstChild) {
      Svg.make("path", { class: "axis" }, group);
      Svg.make("g", { class: "ticks" }, group);
    }
    group.firstChild.setAttribute("d", rail + marks.join(""));
    const texts = Svg.fill(group.children[1], labelled ? values.length : 0, () => Svg.make("text"));
    values.forEach((value, k) => {
      if (!texts[k]) return;
      const at = along.place(value);
      const text = Words.rounded(value - from, step);
      // A long number at the end of an axis does not reach beyond it.
      const last = text.length > 5 && along.to - at < 4 * text.length;
      Svg.set(
        texts[k],
        horizontal
          ? {
              x: last ? along.to : at,
              y: across + (out > 0 ? 22 : -11),
              "text-anchor": last ? "end" : "middle",
            }
          : { x: across + 11 * out, y: at + 5, "text-anchor": out > 0 ? "start" : "end" },
      );
      texts[k].textContent = text;
    });
    return from;
  }

  // What the ticks are counted from stands upright behind the title.
  function title(element, words, from) {
    if (!element.firstChild) element.append("", Svg.make("tspan", { "font-style": "normal" }));
    element.firstChild.data = from && /=/.test(words) ? `(${words})` : words;
    element.lastChild.textContent = from
      ? ` ${from < 0 ? "+" : Words.MINUS} ${Words.round(Math.abs(from))}`
      : "";
  }

  return { scale, niceStep, room, draw, title };
})();
