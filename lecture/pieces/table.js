// A table as text: two columns of numbers, with or without a header, as spreadsheets copy them.
// What core/tables reads from a file, this reads from a paste; errors name line and cell.
"use strict";

const Table = (() => {
  const NUMBER = /^[+\-\u2212]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?$/;
  const MISSING = /^(|-|\?|nan|n\/a|na|null|none)$/i;
  const isNumber = (cell) => NUMBER.test(cell);
  const MOST = 500;

  function read(text, wanted = []) {
    const rows = [];
    text.split(/\r\n|\r|\n/).forEach((line, k) => {
      if (line.trim() && !line.trimStart().startsWith("#")) rows.push({ line: k + 1, text: line });
    });
    if (!rows.length) throw new Error("The table is empty: two columns of numbers are needed.");
    const cut = cutter(rows);
    for (const row of rows)
      row.cells = cut(row.text).map((cell) =>
        cell
          .trim()
          .replace(/^"(.*)"$/, "$1")
          .trim(),
      );
    const width = rows[0].cells.length,
      header = !rows[0].cells.some(isNumber);
    const names = header
      ? rows[0].cells
      : rows[0].cells.map((_, k) => ["x", "y"][k] ?? `column ${k + 1}`);
    const body = header ? rows.slice(1) : rows;
    if (!body.length) throw new Error("The table has a header and no rows.");
    const numeric = names
      .map((_, k) => k)
      .filter((k) => {
        const filled = body
          .map(({ cells }) => cells[k] ?? "")
          .filter((cell) => !MISSING.test(cell));
        return filled.length && 2 * filled.filter(isNumber).length >= filled.length;
      });
    if (numeric.length < 2)
      throw new Error(
        `Line ${body[0].line}: two columns of numbers are needed, found ${numeric.length}.`,
      );
    const [i, j] = [0, 1].map((k) => (numeric.includes(wanted[k]) ? wanted[k] : numeric[k]));
    const x = [],
      y = [];
    for (const { line, cells } of body) {
      if (cells.length > width)
        throw new Error(`Line ${line}: ${cells.length} cells, but the first row has ${width}.`);
      const pair = [i, j].map((k) => cells[k] ?? "");
      if (pair.some((cell) => MISSING.test(cell))) continue;
      const bad = pair.find((cell) => !isNumber(cell));
      if (bad !== undefined) throw new Error(`Line ${line}: “${bad}” is not a number.`);
      const [u, v] = pair.map((cell) => Number(cell.replace("\u2212", "-").replace(",", ".")));
      if (!Number.isFinite(u) || !Number.isFinite(v))
        throw new Error(`Line ${line}: a number is too large.`);
      x.push(u);
      y.push(v);
    }
    if (!x.length) throw new Error("No row has a number in both columns.");
    if (x.length > MOST)
      throw new Error(
        `${x.length} rows: up to ${MOST} can be moved by hand. The command line takes any number.`,
      );
    return {
      x,
      y,
      xLabel: names[i],
      yLabel: names[j],
      names,
      numeric,
      columns: [i, j],
      left: body.length - x.length,
    };
  }

  // What separates cells: the first of these that cuts rows into equal parts.
  function cutter(rows) {
    const ways = [/\t/, /;/, /,/, /\s+/];
    // 1,5 2,5 with a comma in each cell is two numbers, not three or four.
    const cuts = (way, text) =>
      way.source === "\\s+" ? text.trim().split(way) : outsideQuotes(text, way);
    const fits = (way) => {
      const counts = rows.map(({ text }) => cuts(way, text).length);
      return counts[0] > 1 && counts.every((count) => count === counts[0]);
    };
    const words = rows.every(
      ({ text }) => text.trim().split(/\s+/).every(isNumber) && /\s/.test(text.trim()),
    );
    const way =
      words && !rows.some(({ text }) => /[\t;]/.test(text))
        ? /\s+/
        : (ways.find(fits) ?? ways.find((one) => one.test(rows[0].text.trim())));
    if (!way)
      throw new Error(
        `Line ${rows[0].line}: two columns are needed, separated by tab, comma, semicolon or blanks.`,
      );
    return (text) => cuts(way, text);
  }

  // Separators inside "quotes" are part of a cell.
  const outsideQuotes = (text, way) => {
    const hidden = text.replace(/"[^"]*"/g, (cell) => cell.split(way).join("\u0000"));
    return hidden.split(way).map((cell) => cell.replaceAll("\u0000", text.match(way)?.[0] ?? ""));
  };

  const quoted = (name) => (/[",\n]/.test(name) ? `"${name.replaceAll('"', "'")}"` : name);
  const write = ({ x, y, xLabel, yLabel }) =>
    [`${quoted(xLabel)},${quoted(yLabel)}`, ...x.map((value, k) => `${value},${y[k]}`)].join("\n");

  return { read, write };
})();
