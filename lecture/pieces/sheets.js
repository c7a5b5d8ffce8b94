// The lead laboratory in the middle of a text: put sheets in, count, fit a line to the logarithms.
"use strict";

const Sheets = (() => {
  const { html, italic } = Formula;
  const DECADES = [0, 1, 2, 3, 4];
  const LOWEST = -0.5;

  function plot(element, model) {
    const svg = Board.mount(element, model, "Count rate behind lead, logarithmic", draw);
    const scales = { bottom: Svg.make("g", {}, svg), left: Svg.make("g", {}, svg) };
    const rail = Svg.make("path", { class: "axis" }, scales.left);
    const powers = DECADES.map((power) => {
      const text = Svg.make("text", { "text-anchor": "end" }, scales.left);
      text.textContent = String(10 ** power);
      return text;
    });
    const titles = ["lead / mm", "counts per second"].map((words) => {
      const title = Svg.make("text", { class: "title upright" }, svg);
      title.textContent = words;
      return title;
    });
    const cutting = Svg.make("g", {}, svg),
      rect = Board.clip(svg, cutting);
    const level = Svg.make("path", { class: "background-level" }, cutting);
    const line = Svg.make("path", { class: "own line" }, cutting);
    const bars = Svg.make("g", { class: "bars" }, cutting);
    const dots = Svg.make("g", { role: "group", "aria-label": "Counts: which are fitted" }, svg);
    let current = 0;

    function toggle(k) {
      const reading = model.readings[k];
      model.use(reading, !reading.used);
    }

    function makeDot() {
      const dot = Svg.make("g", { class: "dot reading", role: "checkbox" });
      for (const [name, r] of Object.entries({ reach: 16, ring: 12, disc: 6.5 }))
        Svg.make("circle", { class: name, r }, dot);
      const index = () => [...dots.children].indexOf(dot);
      dot.addEventListener("click", () => toggle((current = index())));
      dot.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (step) {
          current = (index() + step + dots.children.length) % dots.children.length;
          [...dots.children].forEach((one, k) => (one.tabIndex = k === current ? 0 : -1));
          dots.children[current].focus({ preventScroll: true });
        } else if (event.key === " " || event.key === "Enter") toggle(index());
        else return;
        event.preventDefault();
      });
      return dot;
    }

    function draw(width, height) {
      const box = { left: 58, right: width - 14, top: 26, bottom: height - 46 };
      const sx = Axis.scale(-0.4, model.lab.most + 0.4, box.left, box.right);
      const sy = Axis.scale(LOWEST, 4.1, box.bottom, box.top);
      const log = (rate) => sy.place(rate > 0 ? Math.max(Math.log10(rate), LOWEST) : LOWEST);
      Board.cut(rect, box.left, box.top, box.right, box.bottom);
      Axis.draw(scales.bottom, sx, box.bottom, "bottom", (box.right - box.left) / 60);
      const marks = DECADES.map((power) => `M${box.left} ${sy.place(power)}h-6`).join("");
      rail.setAttribute("d", `M${box.left} ${box.bottom}V${box.top}${marks}`);
      powers.forEach((text, k) => Svg.set(text, { x: box.left - 10, y: sy.place(DECADES[k]) + 5 }));
      Svg.set(titles[0], { x: box.right, y: height - 6, "text-anchor": "end" });
      Svg.set(titles[1], { x: box.left + 8, y: box.top - 8 });
      const { background, lab, fit, readings, subtracted } = model;
      const known = background !== null && !subtracted;
      const at = known ? log(background / lab.backgroundTime) : 0;
      level.setAttribute("d", known ? `M${box.left} ${at}H${box.right}` : "");
      const end = (x) => [sx.place(x), sy.place(Line.heightAt(fit, x) / Math.LN10)];
      line.setAttribute("d", fit ? Svg.path([end(sx.lo), end(sx.hi)]) : "");
      const strokes = Svg.fill(bars, readings.length, () => Svg.make("path"));
      const all = Svg.fill(dots, readings.length, makeDot);
      current = Math.min(current, readings.length - 1);
      readings.forEach((reading, k) => {
        const { sheets, rate, reach, used, counts } = reading;
        const x = sx.place(sheets);
        strokes[k].setAttribute("d", `M${x} ${log(reach[0])}V${log(reach[1])}`);
        all[k].classList.toggle("left-out", !used);
        all[k].tabIndex = k === current ? 0 : -1;
        Svg.set(all[k], {
          transform: `translate(${x.toFixed(2)} ${log(rate).toFixed(2)})`,
          "aria-checked": used,
          "aria-label": `${counts} counts behind ${sheets} mm`,
        });
      });
    }
  }

  // What the counts say by now, as parts of a sentence.
  function judged({ fit, fitted, background, lab }) {
    const without =
      background === null ? "" : `Without source: ${background} counts in ${lab.backgroundTime} s. `;
    if (!fit) return [`${without}Put sheets in: each new thickness is counted.`];
    const mu = -fit.slope;
    if (!(mu > 0)) return [`${without}The counts do not fall with thickness.`];
    const half = [italic("x"), html("sub", {}, italic("h"))];
    return [`${without}A line through ${fitted} counts: `, italic("\u03bc"), ` = ${mu.toFixed(3)} per mm, `, ...half, ` = ${(Math.LN2 / mu).toFixed(2)} mm.`];
  }

  function controls(element, model) {
    const slider = html("input", { type: "range", min: 0, max: model.lab.most, step: 1, value: 0 });
    slider.setAttribute("aria-label", "Sheets of lead, 1 mm each");
    slider.addEventListener("input", () => model.place(Number(slider.value)));
    const button = (words, action) => {
      const made = html("button", { type: "button", textContent: words });
      made.addEventListener("click", action);
      return made;
    };
    const check = html("input", { type: "checkbox" });
    check.addEventListener("change", () => model.subtract(check.checked));
    const rule = button("Leave out what is below 10 times the background", model.leaveOut);
    const tools = html(
      "div",
      { className: "tools" },
      button("Count again here", model.count),
      button("Count without source", model.countBackground),
      rule,
      html("label", { className: "tick" }, check, "Subtract the background"),
      button("Start again", model.clear),
    );
    const said = html("p", { className: "sentence" });
    said.setAttribute("role", "status");
    element.append(
      html("label", { className: "slide" }, "Lead", slider),
      said,
      tools,
    );
    model.watch(() => {
      slider.value = model.sheets;
      const here = model.readings.find(({ sheets }) => sheets === model.sheets);
      slider.setAttribute("aria-valuetext", `${model.sheets} mm, ${here.counts} counts`);
      const known = model.background !== null;
      check.disabled = !known;
      rule.disabled = !known;
      check.checked = model.subtracted;
      const now = html("p", {}, ...judged(model));
      if (said.textContent !== now.textContent) said.replaceChildren(...now.childNodes);
    });
  }

  function mount(element, lab) {
    const model = Lead.create(lab);
    element.classList.add("small-piece");
    const places = ["shield", "alone plot", "controls"].map((name) =>
      element.appendChild(html("div", { className: `wide ${name}` })),
    );
    [Shield.mount, plot, controls].forEach((part, k) => part(places[k], model));
    return model;
  }

  return { mount };
})();
