// The page: what its buttons do, what its address says, what can be taken away from it.
"use strict";

const Explorer = (() => {
  const id = (name) => document.getElementById(name);
  const html = Formula.html;

  // The address ------------------------------------------------------------------------------

  const list = (values) => values.join(",");
  const numbers = (text) => text.split(",").map(Number);

  // What differs from the set as it comes: `#set=header&line=0.73,1.44,0&measure=absolute`.
  function address(model) {
    const set = known(model.name), said = new URLSearchParams();
    if (set) said.set("set", set.name);
    const moved = !set || list(set.x) !== list(model.x) || list(set.y) !== list(model.y);
    if (moved) {
      said.set("x", list(model.x));
      said.set("y", list(model.y));
      if (!set) said.set("names", JSON.stringify([model.xLabel, model.yLabel, model.title]));
    }
    const { slope, height, at } = model.line;
    said.set("line", list([slope, height, at]));
    said.set("measure", model.measure);
    if (model.shownBest.size) said.set("best", [...model.shownBest].join(","));
    return `#${said}`;
  }

  function fromAddress(hash) {
    try {
      const said = new URLSearchParams(hash.slice(1));
      const set = known(said.get("set")), start = set ? fresh(set) : { name: "", source: "" };
      if (said.has("x")) Object.assign(start, { x: numbers(said.get("x")), y: numbers(said.get("y")) });
      if (said.has("names")) [start.xLabel, start.yLabel, start.title] = JSON.parse(said.get("names")).map(String);
      if (said.has("line")) {
        const [slope, height, at] = numbers(said.get("line"));
        start.line = { slope, height, at };
      }
      if (Line.MEASURES.includes(said.get("measure"))) start.measure = said.get("measure");
      if (said.has("best")) start.shownBest = new Set(said.get("best").split(",").filter((name) => Line.MEASURES.includes(name)));
      const values = [...start.x, ...start.y, ...Object.values(start.line)];
      return start.x.length === start.y.length && values.every(Number.isFinite) ? start : null;
    } catch {
      return null; // an address that somebody has cut
    }
  }

  const known = (wanted) => SETS.find(({ name }) => name === wanted);

  const fresh = (set) => structuredClone(set);

  // A line to begin with for a table that comes without one: level, through the mean.
  const levelLine = (x, y) => ({ slope: 0, height: Line.cloud(x, y).py, at: 0 });

  // A line that is surely not the best one, for a bet.
  function randomLine(model) {
    const [x0, x1, y0, y1] = model.view.frame, any = () => y0 + (0.2 + 0.6 * Math.random()) * (y1 - y0);
    const left = any(), right = any();
    return { slope: (right - left) / (x1 - x0), height: left, at: x0 };
  }

  // Pictures ---------------------------------------------------------------------------------

  // All drawings as they stand, with their colours and letters, on the colour of the page.
  function picture(model) {
    const boards = [...document.querySelectorAll(".board")].map((board) => [board, board.getBoundingClientRect()]);
    const left = Math.min(...boards.map(([, box]) => box.left)) - 16, top = Math.min(...boards.map(([, box]) => box.top)) - 48;
    const right = Math.max(...boards.map(([, box]) => box.right)) + 16, bottom = Math.max(...boards.map(([, box]) => box.bottom)) + 16;
    const size = { width: right - left, height: bottom - top };
    const whole = Svg.make("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${size.width} ${size.height}`, ...size, role: "img" });
    Svg.make("title", {}, whole).textContent = model.title || "Points and a line";
    Svg.make("desc", {}, whole).textContent = Sentence.text(model);
    const colours = getComputedStyle(document.documentElement);
    const faces = document.querySelector("style").textContent.match(/@font-face\{[^}]*\}/g) ?? [];
    Svg.make("style", {}, whole).textContent = [...faces, id("drawn").textContent]
      .join("\n").replace(/var\((--[\w-]+)\)/g, (_, name) => colours.getPropertyValue(name));
    Svg.make("rect", { ...size, fill: colours.getPropertyValue("--background") }, whole);
    Svg.make("text", { class: "heading", x: 16, y: 30 }, whole).textContent = model.title;
    for (const [board, box] of boards) {
      const copy = board.cloneNode(true);
      Svg.set(copy, { x: box.left - left, y: box.top - top });
      copy.querySelectorAll(".grips, .reach, .ring").forEach((part) => part.remove());
      copy.querySelectorAll("[tabindex], [role], [aria-label]").forEach((part) =>
        [...part.attributes].filter(({ name }) => /^(aria-|role|tabindex)/.test(name)).forEach(({ name }) => part.removeAttribute(name)));
      whole.append(copy);
    }
    return { text: new XMLSerializer().serializeToString(whole), ...size };
  }

  function save(blob, name) {
    const anchor = html("a", { href: URL.createObjectURL(blob), download: name });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
  }

  function savePng({ text, width, height }) {
    const image = new Image();
    image.onload = () => {
      const canvas = html("canvas", { width: 2 * width, height: 2 * height });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, "line.png"), "image/png");
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  }

  // The page ---------------------------------------------------------------------------------

  function start() {
    const model = Model.create({ ...fresh(SETS[0]), ...fromAddress(location.hash) });
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
    tables(model);
    themes();
    id("svg").addEventListener("click", () => save(new Blob([picture(model).text], { type: "image/svg+xml" }), "line.svg"));
    id("png").addEventListener("click", () => savePng(picture(model)));
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
    const act = { undo: model.undo, redo: model.redo, reset: () => Moves.load(model, fresh(model.first)) };
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
    model.saved(() => window.history.replaceState(null, "", address(model)));
    addEventListener("hashchange", () => {
      const said = fromAddress(location.hash);
      if (said && location.hash !== address(model)) Moves.load(model, said);
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
      id("remove").textContent = model.x.length ? `Remove point ${Math.min(model.selected, model.x.length - 1) + 1}` : "Remove point";
      id("remove").setAttribute("aria-disabled", String(!model.x.length));
      id("add").setAttribute("aria-disabled", "false");
    });
  }

  function tables(model) {
    const text = id("text"), columns = document.querySelector(".columns");
    const read = (wanted) => {
      try {
        const table = Table.read(text.value, wanted);
        const { x, y, xLabel, yLabel } = table;
        const own = { name: "", x, y, xLabel, yLabel, title: "Your own table", source: "", line: levelLine(x, y) };
        if (list(own.x) === list(model.x) && list(own.y) === list(model.y)) return;
        open(model, own);
        const { numeric, names, left } = table;
        columns.hidden = numeric.length < 3;
        for (const [k, name] of ["column-x", "column-y"].entries()) {
          id(name).replaceChildren(...numeric.map((column) => new Option(names[column], column)));
          id(name).value = table.columns[k];
        }
        id("said").textContent = `${own.x.length} points are read${left ? `, ${left} without a number left out` : ""}.`;
        id("said").classList.remove("wrong");
      } catch (error) {
        id("said").textContent = error.message;
        id("said").classList.add("wrong");
      }
    };
    text.addEventListener("input", () => read());
    for (const name of ["column-x", "column-y"]) {
      id(name).addEventListener("change", () => read(["column-x", "column-y"].map((column) => Number(id(column).value))));
    }
    // The text follows the points unless somebody is writing in it.
    model.watch(() => {
      if (document.activeElement === text || document.activeElement?.id?.startsWith("column-")) return;
      if (!columns.hidden && !model.name) return;
      const now = Table.write(model);
      if (text.value !== now) text.value = now;
    });
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", async (event) => {
      event.preventDefault();
      const file = event.dataTransfer.files[0];
      text.value = file ? await file.text() : event.dataTransfer.getData("text/plain");
      id("table").open = true;
      read();
    });
  }

  function themes() {
    const root = document.documentElement, system = matchMedia("(prefers-color-scheme: dark)");
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

  return { start, picture };
})();

const explorer = Explorer.start();
