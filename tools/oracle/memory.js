// Compares `resonance memory replay` with ts-fsrs (double precision, rounded to 8 decimals; and once more without that
// rounding) and with fsrs-rs through its binding (single precision), on random reviews with random valid parameters. Called by tools/oracle/memory.
const {spawnSync} = require('child_process');
const fs = require('fs');
const path = require('path');
const ts = require('ts-fsrs');
// The same package without its rounding, to tell what is rounding from what is formula.
const original = require.resolve('ts-fsrs');
const exactFile = path.join(path.dirname(original), 'exact.cjs');
const source = fs.readFileSync(original, 'utf8');
const exactSource = source.replace(/function roundTo\([^)]*\) \{/, (head) => head + '\n  return arguments[0];');
if (exactSource === source) throw new Error('ts-fsrs has no roundTo any more');
fs.writeFileSync(exactFile, exactSource);
const tsExact = require(exactFile);
const rs = require('@open-spaced-repetition/binding');
const [program, folder] = process.argv.slice(2);
console.debug = () => {};

// mulberry32: the same numbers on every machine.
let seed = 20261123;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const usual = ts.default_w;
const ranges = ts.CLAMP_PARAMETERS(2, true);

// Half of the vectors from all over the ranges, half from around the defaults. First stabilities below 0.1 are left out:
// ts-fsrs raises them (a case of its own, below).
function parameters(wild) {
  return usual.map((value, i) => {
    const [least, most] = ranges[i];
    let w = wild ? least + random() * (most - least) : value * (0.5 + random());
    if (i < 4) w = wild ? Math.exp(Math.log(0.1) + random() * Math.log(1000)) : Math.max(w, 0.1);
    return Number(Math.min(Math.max(w, least), most).toFixed(4));
  });
}

function history() {
  const reviews = [];
  for (let i = 0; i < 10; i++) {
    const days = i === 0 || random() < 0.25 ? 0 : Math.round(Math.exp(random() * 6.5));
    reviews.push({days, grade: 1 + Math.floor(random() * 4)});
  }
  return reviews;
}

function byTs(w, retention, reviews, library = ts) {
  const model = new library.FSRSAlgorithm({w, request_retention: retention, relearning_steps: ['10m'], enable_short_term: true});
  let state = null;
  return reviews.map(({days, grade}) => {
    const r = state === null ? null : model.forgetting_curve(days, state.stability);
    state = model.next_state(state, days, grade);
    return {r, s: state.stability, d: state.difficulty, interval: state.stability * model.interval_modifier};
  });
}

function byRs(w, retention, reviews) {
  const model = new rs.FSRSBinding(w);
  let state;
  return reviews.map(({days, grade}) => {
    const next = model.nextStates(state, retention, days);
    const item = [next.again, next.hard, next.good, next.easy][grade - 1];
    state = item.memory;
    return {s: state.stability, d: state.difficulty, interval: item.interval};
  });
}

function replay(lines) {
  const run = spawnSync(program, ['memory', 'replay'], {input: lines.join('\n') + '\n', maxBuffer: 1 << 30});
  if (run.status !== 0) throw new Error(String(run.stderr));
  return String(run.stdout).trimEnd().split('\n').map((line) => JSON.parse(line));
}

// The largest relative difference of each quantity, and how many lie beyond a bound.
class Comparison {
  constructor(name, bound) {
    Object.assign(this, {name, bound, most: {}, beyond: 0, count: 0});
  }
  add(ours, theirs, input) {
    let within = true;
    for (const [key, value] of Object.entries(theirs)) {
      if (value === null) continue;
      const relative = Math.abs(ours[key] - value) / Math.abs(value);
      if (relative > this.bound) within = false;
      if (!(relative <= (this.most[key]?.relative ?? -1))) this.most[key] = {relative, ours: ours[key], theirs: value, input};
    }
    this.count++;
    if (!within) this.beyond++;
  }
  print() {
    console.log(`${this.name}: ${this.count} reviews, ${this.beyond} beyond ${this.bound}`);
    for (const [key, {relative, ours, theirs}] of Object.entries(this.most)) {
      console.log(`  ${key}: at most ${relative.toExponential(2)} (${ours} and ${theirs})`);
    }
  }
}

function compare(vectors, cardsEach) {
  const withTs = new Comparison('ts-fsrs', 1e-4), withExact = new Comparison('ts-fsrs without rounding', 1e-6);
  const withRs = new Comparison('fsrs-rs', 1e-4);  // a few lie beyond: single precision
  const stored = [];
  for (let v = 0; v < vectors; v++) {
    const w = parameters(v % 2 === 0), retention = Number((0.7 + 0.28 * random()).toFixed(2));
    const cards = Array.from({length: cardsEach}, history);
    const ours = replay(cards.map((reviews) => JSON.stringify({model: 'fsrs6', w, retention, reviews})));
    let at = 0;
    const rows = cards.map((reviews) => {
      const one = byTs(w, retention, reviews), exact = byTs(w, retention, reviews, tsExact), other = byRs(w, retention, reviews);
      return reviews.map((review, i, all) => {
        withTs.add(ours[at], one[i], review);
        withExact.add(ours[at], exact[i], review);
        withRs.add(ours[at++], other[i], review);
        const full = (x) => (x === null ? null : Number(x.toPrecision(11)));
        const short = (x) => Number(x.toPrecision(7));
        return [review.days, review.grade, full(exact[i].r), full(exact[i].s), full(exact[i].d), short(other[i].s), short(other[i].d), short(other[i].interval)];
      });
    });
    if (v < 40) stored.push({w, retention, cards: rows.slice(0, 8)});
  }
  withTs.print();
  withExact.print();
  withRs.print();
  if (withTs.beyond + withExact.beyond > 0) throw new Error('not what ts-fsrs computes');
  return stored;
}

// What the packages say where they disagree with each other: the rows of the table in docs/memory.md.
function disagreements() {
  const last = (results) => results[results.length - 1].s;
  const withW = (changes) => usual.map((w, i) => changes[i] ?? w);
  const easyAgain = [{days: 0, grade: 4}, {days: 0, grade: 1}], goodAgain = [{days: 0, grade: 3}, {days: 0, grade: 1}];
  const tsWith = (options, reviews) => {
    const model = new ts.FSRSAlgorithm({relearning_steps: ['10m'], ...options});
    let state = null;
    for (const {days, grade} of reviews) state = model.next_state(state, days, grade);
    return state.stability;
  };
  const small = withW({0: 0.02}), steep = withW({17: 1.9, 18: 1.9}), off = withW({17: 0, 18: 0, 19: 0});
  const lapse = [{days: 0, grade: 3}, {days: 5, grade: 1}];
  return {
    first_stability: {w0: 0.02, ts: last(byTs(small, 0.9, [{days: 0, grade: 1}])), rs: last(byRs(small, 0.9, [{days: 0, grade: 1}]))},
    fsrs5_vector: {ts: tsWith({w: usual.slice(0, 19)}, easyAgain), rs: last(byRs(usual.slice(0, 19), 0.9, easyAgain))},
    short_term_off: {ts: tsWith({w: usual, enable_short_term: false}, goodAgain), rs: last(byRs(off, 0.9, goodAgain))},
    two_relearning_steps: {
      ts: tsWith({w: steep, relearning_steps: ['10m', '20m']}, lapse),
      rs: last(byRs(steep, 0.9, lapse)),
      ts_same_day: tsWith({w: steep, relearning_steps: ['10m', '20m']}, goodAgain),
      rs_same_day: last(byRs(steep, 0.9, goodAgain)),
    },
    hard_same_day: {ts: last(byTs(usual, 0.9, [{days: 0, grade: 3}, {days: 0, grade: 2}])), rs: last(byRs(usual, 0.9, [{days: 0, grade: 3}, {days: 0, grade: 2}]))},
    stability_ceiling: {ts: last(byTs(withW({3: 100, 8: 4.5}), 0.9, Array.from({length: 8}, (_, i) => ({days: i * 2000, grade: 4})))),
                        rs: last(byRs(withW({3: 100, 8: 4.5}), 0.9, Array.from({length: 8}, (_, i) => ({days: i * 2000, grade: 4}))))},
    sm2: {ease: 2.5, interval: 10, retention: 0.9, rs: (() => { const m = new rs.FSRSBinding(usual).memoryStateFromSM2(2.5, 10, 0.9); return {s: m.stability, d: m.difficulty}; })()},
  };
}

const stored = compare(3000, 10);
fs.mkdirSync(folder, {recursive: true});
fs.writeFileSync(path.join(folder, 'fsrs6.jsonl'), stored.map((one) => JSON.stringify(one)).join('\n') + '\n');
fs.writeFileSync(path.join(folder, 'disagreements.json'), JSON.stringify(disagreements(), null, 2) + '\n');
