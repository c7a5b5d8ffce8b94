// y = a x + b, with a and b to be typed or, where there is no map, to be slid.
"use strict";

const Formula = (() => {
  const html = (name, attributes = {}, ...children) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.append(...children);
    return element;
  };
  const italic = (letter) => html("i", { textContent: letter });

  const PARTS = {
    slope: {
      letter: "a",
      name: "slope",
      of: (model) => model.line.slope,
      set: Moves.setSlope,
      range: (view) => view.lines.slice(0, 2),
    },
    height: {
      letter: "b",
      name: "intercept",
      of: (model) => Line.heightAt(model.line, model.origin),
      set: Moves.setHeight,
      range: (view) => view.lines.slice(2),
    },
  };

  function mount(element, model, { sliders = false } = {}) {
    const step = ([low, high]) => (high - low) / 400;

    function field(which) {
      const { letter, name, of, set, range } = PARTS[which];
      const input = html("input", {
        type: "text",
        inputMode: "decimal",
        className: which,
        autocomplete: "off",
      });
      input.setAttribute("aria-label", `${name} ${letter}`);
      // What somebody is typing is not corrected.
      let typing = false;
      input.addEventListener("input", () => (typing = true));
      input.addEventListener("change", () => {
        typing = false;
        const value = Words.parsed(input.value);
        if (Number.isFinite(value)) set(model, value);
        model.commit();
      });
      input.addEventListener("keydown", (event) => {
        const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (!way) return;
        typing = false;
        set(model, of(model) + way * step(range(model.view)) * (event.shiftKey ? 10 : 1));
        model.commit();
        event.preventDefault();
      });
      const show = () => {
        const text = Words.rounded(of(model), step(range(model.view)));
        if (!typing && input.value !== text) input.value = text;
        input.style.width = `${Math.max(4, text.length) * 0.56}em`;
      };
      return { input, show };
    }

    function slider(which) {
      const { letter, name, of, set, range } = PARTS[which];
      const input = html("input", { type: "range", className: which, step: "any" });
      input.setAttribute("aria-label", `${name} ${letter}`);
      input.addEventListener("input", () => set(model, Number(input.value)));
      input.addEventListener("change", () => model.commit());
      input.addEventListener("keydown", (event) => {
        const way = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key];
        if (!way) return;
        set(model, of(model) + way * step(range(model.view)) * (event.shiftKey ? 10 : 1));
        model.commit();
        event.preventDefault();
      });
      const show = () => {
        [input.min, input.max] = range(model.view);
        input.value = of(model);
        input.setAttribute(
          "aria-valuetext",
          Words.spoken(Words.rounded(of(model), step(range(model.view)))),
        );
      };
      return { input, show };
    }

    const a = field("slope"),
      b = field("height"),
      x = html("span", { className: "x" });
    const line = html(
      "p",
      { className: "formula" },
      italic("y"),
      " = ",
      a.input,
      " ",
      x,
      " + ",
      b.input,
    );
    element.append(line);
    const shown = [a, b];
    if (sliders) {
      for (const which of ["slope", "height"]) {
        const one = slider(which);
        element.append(
          html("label", { className: `slide ${which}` }, italic(PARTS[which].letter), one.input),
        );
        shown.push(one);
      }
    }
    model.watch(() => {
      x.replaceChildren(
        ...(model.origin
          ? ["(", italic("x"), ` ${Words.MINUS} ${Words.round(model.origin)})`]
          : [italic("x")]),
      );
      shown.forEach(({ show }) => show());
    });
    return { element: line };
  }

  return { mount, html, italic };
})();
