// The lead laboratory as a model: sheets between a source and a counter, what has been counted
// behind them, which counts are fitted. The law and its constants come from core.
"use strict";

const Lead = (() => {
  const OVER_BACKGROUND = 10;
  const FIRST = 3; // sheets that are in place at the beginning

  // `lab`: mu per mm, rate and background per second, seconds for each place and for the
  // background, the most sheets of 1 mm.
  function create(lab) {
    const model = { lab, sheets: 0, readings: [], background: null, subtracted: false, last: 0 };
    const tell = Watched.make(model);
    const changed = () => {
      derive();
      tell();
    };

    // Rates with their errors; below what is subtracted there is no logarithm.
    function derive() {
      const taken = model.subtracted ? model.background / lab.backgroundTime : 0;
      for (const reading of model.readings) {
        const { counts } = reading;
        reading.rate = counts / lab.time - taken;
        reading.reach = [-1, 1].map((way) => (counts + way * Math.sqrt(counts)) / lab.time - taken);
      }
      const used = model.readings.filter(({ rate, used }) => used && rate > 0);
      const points = Line.cloud(
        used.map(({ sheets }) => sheets),
        used.map(({ rate }) => Math.log(rate)),
      );
      model.fit = used.length > 2 ? Line.best("squared", points).line : null;
      model.fitted = used.length;
    }

    Object.assign(model, {
      // Whoever comes to a new thickness counts there.
      place(sheets) {
        model.sheets = Math.min(Math.max(Math.round(sheets), 0), lab.most);
        if (!model.readings.some((one) => one.sheets === model.sheets)) model.count();
        else changed();
      },
      count() {
        const expected = lab.rate * Math.exp(-lab.mu * model.sheets) + lab.background;
        const counts = Chance.poisson(expected * lab.time);
        const old = model.readings.find((one) => one.sheets === model.sheets);
        if (old) old.counts = counts;
        else model.readings.push({ sheets: model.sheets, counts, used: true });
        model.readings.sort((one, other) => one.sheets - other.sheets);
        model.last += 1;
        changed();
      },
      countBackground() {
        model.background = Chance.poisson(lab.background * lab.backgroundTime);
        changed();
      },
      subtract(subtracted) {
        model.subtracted = subtracted && model.background !== null;
        changed();
      },
      use(reading, used) {
        reading.used = used;
        changed();
      },
      // The article's rule: what is not well above the background does not take part.
      leaveOut() {
        const level = OVER_BACKGROUND * (model.background / lab.backgroundTime);
        for (const one of model.readings) one.used = one.counts / lab.time > level;
        changed();
      },
      clear() {
        Object.assign(model, { sheets: 0, readings: [], background: null, subtracted: false });
        model.count();
      },
    });
    for (let sheets = 0; sheets <= FIRST; sheets++) model.place(sheets);
    return model;
  }

  return { create };
})();
