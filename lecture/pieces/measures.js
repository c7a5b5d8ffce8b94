// Three ways to measure a miss, side by side: what the line costs now, the least that any costs,
// and the line that costs it.
"use strict";

const Measures = (() => {
  const { html, italic } = Formula;
  const NAMES = {
    squared: "Least squares",
    absolute: "Least distance",
    shortest: "Shortest distance",
  };
  const ICONS = {
    squared: "M4 25 28 9M10 21V8H23V12",
    absolute: "M4 25 28 9M10 21V8M22 13V26",
    shortest: "M4 25 28 9M13 19 7 10M20 14.5 26 23.5",
  };

  let count = 0;

  // `judged`: a line of the reader's own is measured, and the way to measure it can be chosen.
  function mount(element, model, { measures = Line.MEASURES, judged = true } = {}) {
    const set = (count += 1);
    const group = html(
      "fieldset",
      { className: "measures" },
      html("legend", { textContent: "How far a line misses" }),
    );
    element.append(group);
    const cards = measures.map((measure) => {
      const sum = [`${Sum.name(measure)} `, ...Sum.html(measure), " = "];
      const radio = html("input", {
        type: "radio",
        name: `measure-${set}`,
        value: measure,
        id: `measure-${set}-${measure}`,
      });
      const box = html("input", { type: "checkbox", id: `best-${set}-${measure}` });
      const icon = Svg.make("svg", {
        viewBox: "0 0 32 32",
        width: 32,
        height: 32,
        "aria-hidden": true,
      });
      Svg.make("path", { d: ICONS[measure] }, icon);
      // Numbers alone say nothing to those who hear them: a sentence does that.
      const now = html("output", { ariaLive: "off" }),
        least = html("output", { ariaLive: "off" }),
        line = html("span", { className: "of-line" });
      const bar = html(
        "span",
        { className: "bar" },
        html("span", { className: "fill" }),
        html("span", { className: "least" }),
      );
      const title = html("span", { className: "name", textContent: NAMES[measure] });
      const head = judged
        ? [
            html("label", { className: "pick", htmlFor: radio.id }, radio, icon, title),
            html(
              "p",
              { className: "sums" },
              html("span", {}, ...sum),
              now,
              html("span", { textContent: ", least " }),
              least,
            ),
            bar,
          ]
        : [
            html("p", { className: "pick" }, icon, title),
            html("p", { className: "sums" }, html("span", {}, "least ", ...sum), least),
          ];
      const card = html(
        "div",
        { className: `card ${measure}` },
        ...head,
        html(
          "label",
          { className: "show", htmlFor: box.id },
          box,
          html("span", { className: "swatch" }),
          line,
        ),
      );
      radio.addEventListener("change", () => {
        model.settle();
        model.set({ measure });
        model.commit();
      });
      box.addEventListener("change", () => {
        if (box.checked) model.shownBest.add(measure);
        else model.shownBest.delete(measure);
        model.commit();
      });
      group.append(card);
      return { measure, card, radio, box, now, least, line, bar };
    });

    model.watch(() => {
      for (const { measure, card, radio, box, now, least, line, bar } of cards) {
        const best = model.best[measure],
          open = best && !model.secret;
        const cost = Line.cost(measure, model.points, model.line);
        radio.checked = model.measure === measure;
        card.classList.toggle("chosen", judged && radio.checked);
        box.checked = model.shownBest.has(measure);
        box.disabled = !open;
        now.textContent = Words.significant(cost);
        least.textContent = open ? Words.significant(best.cost) : "?";
        line.replaceChildren(...(open ? equation(model, best.line) : ["hidden"]));
        bar.classList.toggle("hidden", !open);
        bar.style.setProperty("--least", open && cost > 0 ? Math.min(1, best.cost / cost) : 0);
      }
    });
  }

  function equation(model, line) {
    if (!Number.isFinite(line.slope)) return [italic("x"), ` = ${Words.significant(line.at, 4)}`];
    const [a0, a1, b0, b1] = model.view.lines;
    const b = Line.heightAt(line, model.origin),
      sign = b < 0 ? Words.MINUS : "+";
    const x = model.origin
      ? ["(", italic("x"), ` ${Words.MINUS} ${Words.round(model.origin)})`]
      : [italic("x")];
    return [
      italic("y"),
      ` = ${Words.rounded(line.slope, (a1 - a0) / 400)} `,
      ...x,
      ` ${sign} ${Words.rounded(Math.abs(b), (b1 - b0) / 400)}`,
    ];
  }

  return { mount };
})();
