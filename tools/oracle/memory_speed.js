// Fits FSRS-6 to the same files with `resonance memory fit` and with fsrs-rs through its binding: CPU time and log loss.
// And reviews a second of ts-fsrs. Called by tools/oracle/memory; the learner is simulated, and no model is true of it.
const {spawnSync} = require('child_process');
const fs = require('fs');
const path = require('path');
const ts = require('ts-fsrs');
const rs = require('@open-spaced-repetition/binding');
const [program, folder] = process.argv.slice(2);

function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// FSRS-6 as docs/memory.md has it, in plain doubles.
class Model {
  constructor(w) {
    this.w = w;
    this.factor = Math.pow(0.9, -1 / w[20]) - 1;
  }
  recall(state, t) {
    return Math.pow(1 + (this.factor * t) / state.s, -this.w[20]);
  }
  first(g) {
    return {s: this.w[g - 1], d: Math.min(Math.max(this.w[4] - Math.exp(this.w[5] * (g - 1)) + 1, 1), 10)};
  }
  next({s, d}, t, g) {
    const w = this.w, r = this.recall({s}, t);
    let after;
    if (t === 0) {
      const change = Math.exp(w[17] * (g - 3 + w[18])) * Math.pow(s, -w[19]);
      after = s * (g >= 2 ? Math.max(change, 1) : change);
    } else if (g === 1) {
      after = Math.min(w[11] * Math.pow(d, -w[12]) * (Math.pow(s + 1, w[13]) - 1) * Math.exp(w[14] * (1 - r)), s / Math.exp(w[17] * w[18]));
    } else {
      after = s * (1 + Math.exp(w[8]) * (11 - d) * Math.pow(s, -w[9]) * (Math.exp(w[10] * (1 - r)) - 1) * (g === 2 ? w[15] : 1) * (g === 4 ? w[16] : 1));
    }
    const damped = d - (w[6] * (g - 3) * (10 - d)) / 9;
    const reverted = w[7] * (w[4] - Math.exp(3 * w[5]) + 1) + (1 - w[7]) * damped;
    return {s: Math.min(Math.max(after, 0.001), 36500), d: Math.min(Math.max(reverted, 1), 10)};
  }
}

function logLoss(w, cards) {
  const model = new Model(w);
  let sum = 0, count = 0;
  for (const reviews of cards) {
    let state = model.first(reviews[0].grade);
    for (let i = 1; i < reviews.length; i++) {
      const t = reviews[i].day - reviews[i - 1].day;
      if (t > 0) {
        const r = model.recall(state, t);
        sum -= Math.log(reviews[i].grade > 1 ? r : 1 - r);
        count++;
      }
      state = model.next(state, t, reviews[i].grade);
    }
  }
  return sum / count;
}

// A learner who differs from the defaults in every parameter, each card by its own factor of stability, who comes late
// or early. `people` seeds the learner, `cards` the cards.
function simulate(total, people, cardSeed) {
  const nature = generator(people);
  const truth = new Model(ts.default_w.map((w, i) => (i < 4 ? w * Math.exp(1.5 * (nature() - 0.5)) : w * (0.8 + 0.4 * nature()))));
  const random = generator(cardSeed);
  const cards = [];
  for (let made = 0; made < total; ) {
    const own = Math.exp(0.8 * (random() + random() - 1));
    const length = Math.min(3 + Math.floor(14 * random()), total - made);
    let day = Math.floor(random() * 700), state = null;
    const reviews = [];
    for (let i = 0; i < length; i++) {
      let t = 0;
      if (i > 0 && random() > 0.12) t = Math.max(1, Math.round(state.s * Math.exp(1.2 * (random() - 0.4))));
      t = Math.min(t, 600);
      day += t;
      const recall = state === null ? 0.7 : truth.recall({s: state.s * own}, t);
      const x = random();
      const grade = random() > recall ? 1 : x < 0.12 ? 2 : x < 0.88 ? 3 : 4;
      state = state === null ? truth.first(grade) : truth.next(state, t, grade);
      reviews.push({day, grade});
    }
    cards.push(reviews);
    made += length;
  }
  return cards;
}

// As fsrs-rs wants them: for each prediction the whole history up to it, in the order of time.
function itemsOf(cards) {
  const items = [];
  for (const reviews of cards) {
    const all = reviews.map(({day, grade}, i) => new rs.FSRSBindingReview(grade, i === 0 ? 0 : day - reviews[i - 1].day));
    for (let i = 1; i < reviews.length; i++) {
      if (reviews[i].day > reviews[i - 1].day) items.push([reviews[i].day, all.slice(0, i + 1)]);
    }
  }
  items.sort((a, b) => a[0] - b[0]);
  return items.map(([, reviews]) => new rs.FSRSBindingItem(reviews));
}

function cpu() {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}

async function compare(total) {
  const cards = simulate(total, 7, 11), unseen = simulate(100000, 7, 13);
  const file = path.join(folder, `reviews-${total}.csv`);
  const lines = cards.flatMap((reviews, card) => reviews.map(({day, grade}) => `${card},${day},${grade}`));
  fs.writeFileSync(file, 'card,day,rating\n' + lines.join('\n') + '\n');
  const ours = {};
  for (const model of ['fsrs6', 'fsrs7']) {
    for (let turn = 0; turn < 3; turn++) {
      const run = spawnSync(program, ['memory', 'fit', '--model', model, file]);
      if (run.status !== 0) throw new Error(String(run.stderr));
      const fit = JSON.parse(String(run.stdout));
      if (!ours[model] || fit.cpu_ms < ours[model].cpu_ms) ours[model] = fit;
    }
  }
  const items = itemsOf(cards);
  const began = cpu(), clock = performance.now();
  const w = await rs.computeParameters(items, {enableShortTerm: true, numRelearningSteps: 1});
  const theirs = cpu() - began, seconds = (performance.now() - clock) / 1000;
  const tell = (x) => x.toFixed(6);
  console.log(`${total} reviews, ${items.length} predictions`);
  console.log(`  defaults            log loss ${tell(logLoss(ts.default_w, cards))}, unseen cards ${tell(logLoss(ts.default_w, unseen))}`);
  console.log(`  fsrs-rs FSRS-6      log loss ${tell(logLoss(w, cards))}, unseen cards ${tell(logLoss(w, unseen))}; CPU ${theirs.toFixed(0)} ms (${seconds.toFixed(1)} s)`);
  console.log(`  resonance FSRS-6    log loss ${tell(logLoss(ours.fsrs6.w, cards))}, unseen cards ${tell(logLoss(ours.fsrs6.w, unseen))}; CPU ${ours.fsrs6.cpu_ms.toFixed(1)} ms: ${(theirs / ours.fsrs6.cpu_ms).toFixed(0)} times less`);
  console.log(`  resonance FSRS-7    log loss ${tell(ours.fsrs7.log_loss_after)}; CPU ${ours.fsrs7.cpu_ms.toFixed(1)} ms: ${(theirs / ours.fsrs7.cpu_ms).toFixed(0)} times less`);
}

function speedOfTs() {
  const cards = simulate(300000, 7, 17);
  const model = new ts.FSRSAlgorithm({w: [...ts.default_w]});
  let best = 0;
  for (let turn = 0; turn < 3; turn++) {
    const began = cpu();
    for (const reviews of cards) {
      let state = null;
      for (let i = 0; i < reviews.length; i++) {
        const t = i === 0 ? 0 : reviews[i].day - reviews[i - 1].day;
        if (state !== null) model.forgetting_curve(t, state.stability);
        state = model.next_state(state, t, reviews[i].grade);
      }
    }
    best = Math.max(best, 300000 / (cpu() - began) / 1000);
  }
  console.log(`ts-fsrs: ${best.toFixed(2)} million reviews a second, prediction and next state`);
}

(async () => {
  speedOfTs();
  const sizes = (process.env.RESONANCE_SIZES || '10000,100000,1000000').split(',').map(Number);
  for (const size of sizes) await compare(size);
})();
