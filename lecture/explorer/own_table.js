// The points as text, in both directions: typed, pasted or dropped, and never sent anywhere.
"use strict";

const OwnTable = (() => {
  const byId = (name) => document.getElementById(name);
  const same = (one, other) =>
    one.length === other.length && one.every((value, k) => value === other[k]);

  // A line to begin with for a table that comes without one: level, through the mean.
  const levelLine = (x, y) => ({ slope: 0, height: Line.cloud(x, y).py, at: 0 });

  function mount(model, open) {
    const text = byId("text"),
      columns = document.querySelector(".columns");
    const read = (wanted) => {
      try {
        const table = Table.read(text.value, wanted);
        const { x, y, xLabel, yLabel } = table;
        const own = {
          name: "",
          x,
          y,
          xLabel,
          yLabel,
          title: "Your own table",
          source: "",
          line: levelLine(x, y),
        };
        if (same(own.x, model.x) && same(own.y, model.y)) return;
        open(own);
        const { numeric, names, left } = table;
        columns.hidden = numeric.length < 3;
        for (const [k, name] of ["column-x", "column-y"].entries()) {
          byId(name).replaceChildren(...numeric.map((column) => new Option(names[column], column)));
          byId(name).value = table.columns[k];
        }
        byId("said").textContent =
          `${own.x.length} points are read${left ? `, ${left} without a number left out` : ""}.`;
        byId("said").classList.remove("wrong");
      } catch (error) {
        byId("said").textContent = error.message;
        byId("said").classList.add("wrong");
      }
    };
    text.addEventListener("input", () => read());
    for (const name of ["column-x", "column-y"]) {
      byId(name).addEventListener("change", () =>
        read(["column-x", "column-y"].map((column) => Number(byId(column).value))),
      );
    }
    // The text follows the points unless somebody is writing in it.
    model.watch(() => {
      if (document.activeElement === text || document.activeElement?.id?.startsWith("column-"))
        return;
      if (!columns.hidden && !model.name) return;
      const now = Table.write(model);
      if (text.value !== now) text.value = now;
    });
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", async (event) => {
      event.preventDefault();
      const file = event.dataTransfer.files[0];
      text.value = file ? await file.text() : event.dataTransfer.getData("text/plain");
      byId("table").open = true;
      read();
    });
  }

  return { mount };
})();
