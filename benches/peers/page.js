// What run.mjs calls in the page: one measurement, or the losses of one side, at a time.

import * as ours from "./ours.js";
import * as peers from "./peers.js";

/** So long one measurement trains, where a step doesn't take longer. */
const MILLISECONDS = 400;

/**
 * After so many steps a network starts anew: one trained to the end on one batch computes with ever
 * smaller gradients, and those below the smallest normal number are slow.
 */
const STEPS = 1000;

export const prepare = ours.prepare;

export const peak = ours.peak;

/** Milliseconds of one training step; `side` is "ours", "cpu" or "wasm". */
export async function measure(side, cell, size) {
  const builder = await builderOf(side, cell, size, false);
  const warmUp = builder();
  await warmUp.step();
  warmUp.dispose();

  let [elapsed, done, loss] = [0, 0, NaN];
  while (elapsed < MILLISECONDS) {
    const network = builder();
    const start = performance.now();
    let steps = 0;
    while (steps < STEPS && elapsed + (performance.now() - start) < MILLISECONDS) {
      if (network.run) {
        // The clock isn't read more often than need be.
        const count = Math.min(Math.max(steps, 1), STEPS - steps);
        loss = network.run(count);
        steps += count;
      } else {
        loss = await network.step();
        steps += 1;
      }
    }
    elapsed += performance.now() - start;
    done += steps;
    network.dispose();
  }
  if (!Number.isFinite(loss)) throw new Error(`${side}, ${cell}: the loss is ${loss}`);
  return elapsed / done;
}

/** The losses of the first `count` steps with one bias. */
export async function losses(side, cell, size, count) {
  const network = (await builderOf(side, cell, size, true))();
  const losses = [];
  for (let step = 0; step < count; step += 1) losses.push(await network.step());
  network.dispose();
  return losses;
}

/** The network and the batch that both sides train, as lists. */
export function start(cell, size) {
  const { weights, x, classes } = batchOf(cell, size, true);
  const lists = Object.entries(weights).map(([name, values]) => [name, Array.from(values)]);
  return { weights: Object.fromEntries(lists), x: Array.from(x), classes: Array.from(classes) };
}

/** Makes `side` the one that computes, and gives what builds its network: always the same one. */
async function builderOf(side, cell, size, oneBias) {
  if (side === "ours") return () => ours.build(cell, size, oneBias);
  await peers.prepare(side);
  const { weights, x, classes } = batchOf(cell, size, oneBias);
  return () => peers.build(cell, size, weights, x, classes);
}

function batchOf(cell, size, oneBias) {
  const network = ours.build(cell, size, oneBias);
  // Copies: what the engine hands out may be a view of its memory.
  const weights = Object.entries(network.weights()).map(([name, values]) => [name, values.slice()]);
  const batch = { weights: Object.fromEntries(weights), x: network.x().slice(), classes: network.classes().slice() };
  network.dispose();
  return batch;
}

export const version = () => peers.prepare("cpu");
