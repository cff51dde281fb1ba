// The engine of this page: the module that its worker loads.

const NAMES = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0", "head_weight", "head_bias"];
const PEAK_SECONDS = 0.05;

let engine;
let rounds = 1;

/** Loads the module at `worker`, once; its WebAssembly lies beside it. */
export async function prepare(worker) {
  if (engine) return;
  const module = await import(worker);
  await module.default({ module_or_path: worker.replace(/\.js$/, "_bg.wasm") });
  engine = module;
}

/** A fresh network, from the same seed each time. With `oneBias` the second bias is zero and not trained. */
export function build(cell, { inputs, hidden, steps, batch }, oneBias) {
  const bench = new engine.Bench(cell, inputs, hidden, steps, batch, oneBias);
  return {
    weights: () => Object.fromEntries(NAMES.map((name) => [name, bench.weights(name)])),
    x: () => bench.x(),
    classes: () => bench.classes(),
    /** One training step; gives the loss before it. */
    step: () => bench.step(),
    /** Trains for `count` steps; gives the last loss. */
    run: (count) => bench.run(count),
    dispose: () => bench.free(),
  };
}

/** What the machine can do at most: multiply-adds in registers, in GFLOP/s. */
export function peak() {
  for (;;) {
    const start = performance.now();
    const operations = engine.peak(rounds);
    const seconds = (performance.now() - start) / 1000;
    if (seconds >= PEAK_SECONDS) return operations / seconds / 1e9;
    rounds *= 2;
  }
}
