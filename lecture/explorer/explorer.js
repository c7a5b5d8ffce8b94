// The page: its pieces, and what its buttons do.
"use strict";

const Explorer = (() => {
  const id = (name) => document.getElementById(name);
  const { known, fresh } = Address;

  // A line that is surely not the best one, for a bet.
  function randomLine(model) {
    const [x0, x1, y0, y1] = model.view.frame,
      any = () => y0 + (0.2 + 0.6 * Math.random()) * (y1 - y0);
    const left = any(),
      right = any();
    return { slope: (right - left) / (x1 - x0), height: left, at: x0 };
  }

  function start() {
    const model = Model.create({ ...fresh(SETS[0]), ...Address.read(location.hash) });
    model.first = fresh(known(model.name) ?? model.snapshot());
    const plot = Plot.mount(id("plot"), model, { add: true });
    Tank.mount(id("tank"), model);
    Formula.mount(id("formula"), model);
    Sentence.mount(id("sentence"), model);
    LineMap.mount(id("map"), model);
    Measures.mount(id("measures"), model);
    sets(model);
    history(model);
    bets(model, plot);
    OwnTable.mount(model, (set) => open(model, set));
    themes();
    id("svg").addEventListener("click", () => Picture.svg(model));
    id("png").addEventListener("click", () => Picture.png(model));
    id("link").addEventListener("click", () => copyLink(id("link")));
    return model;
  }

  function sets(model) {
    SETS.forEach(({ name, title }) => id("set").append(new Option(title, name)));
    id("set").append(new Option("Your own table", "", false, false));
    id("set").addEventListener("change", () => {
      const set = known(id("set").value);
      if (set) open(model, set);
      else openTable();
    });
    id("own").addEventListener("click", openTable);
    model.watch(() => {
      id("set").value = model.name;
      id("about").textContent = model.source;
      id("rings").hidden = model.perfect;
      const { measure } = model;
      if (id("sum").dataset.measure === measure) return;
      id("sum").dataset.measure = measure;
      id("sum").replaceChildren(`${Sum.name(measure)} `, ...Sum.html(measure));
      id("relative").replaceChildren(
        ...Sum.html(measure),
        Formula.html("sub", { textContent: "rel" }),
        " = ",
        ...Sum.html(measure),
        ` / least ${Words.MINUS} 1`,
      );
    });
  }

  // Other points, to which Reset comes back.
  function open(model, set) {
    model.first = fresh(set);
    Moves.load(model, fresh(set));
  }

  function openTable() {
    id("table").open = true;
    id("text").focus();
    id("text").select();
  }

  function history(model) {
    const act = {
      undo: model.undo,
      redo: model.redo,
      reset: () => Moves.load(model, fresh(model.first)),
    };
    for (const [name, action] of Object.entries(act)) id(name).addEventListener("click", action);
    document.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.target.matches("textarea")) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      (key === "y" || event.shiftKey ? model.redo : model.undo)();
      event.preventDefault();
    });
    model.watch(() => {
      id("undo").setAttribute("aria-disabled", String(!model.canUndo()));
      id("redo").setAttribute("aria-disabled", String(!model.canRedo()));
    });
    model.saved(() => window.history.replaceState(null, "", Address.of(model)));
    addEventListener("hashchange", () => {
      const said = Address.read(location.hash);
      if (said && location.hash !== Address.of(model)) Moves.load(model, said);
    });
  }

  function bets(model, plot) {
    id("roll").addEventListener("click", () => {
      if (model.secret) reveal();
      else Moves.roll(model);
    });
    const reveal = () => {
      model.set({ secret: false });
      model.shownBest.add(model.measure);
      model.commit();
    };
    id("bet").addEventListener("click", () => {
      if (model.secret) return reveal();
      model.settle();
      model.shownBest.clear();
      model.set({ secret: true, line: randomLine(model) });
      return model.commit();
    });
    id("add").addEventListener("click", () => plot.addPoint());
    id("remove").addEventListener("click", () => Moves.removePoint(model, model.selected));
    model.watch(() => {
      id("bet").setAttribute("aria-pressed", String(model.secret));
      id("roll").textContent = model.secret ? "Show the best line" : "Let it roll";
      id("remove").textContent = model.x.length
        ? `Remove point ${Math.min(model.selected, model.x.length - 1) + 1}`
        : "Remove point";
      id("remove").setAttribute("aria-disabled", String(!model.x.length));
      id("add").setAttribute("aria-disabled", "false");
    });
  }

  function themes() {
    const root = document.documentElement,
      system = matchMedia("(prefers-color-scheme: dark)");
    const dark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
    const show = () => (id("theme").textContent = dark() ? "Light" : "Dark");
    id("theme").addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      show();
    });
    system.addEventListener("change", show);
    show();
  }

  async function copyLink(button) {
    const before = button.textContent;
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = "Copied";
    } catch {
      button.textContent = "In the address";
    }
    setTimeout(() => (button.textContent = before), 1500);
  }

  return { start };
})();

const explorer = Explorer.start();
