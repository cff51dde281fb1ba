// Starts a worker: the program that its address names, or the one that computes. One after the other: where several ask for the
// same files at once, a browser may keep one of them waiting for the others' entry in its store for twenty seconds. Where there are
// no locks, or they are refused (plain http, blocked site data), each starts at once. What fails is told, with its cause, to whoever
// waits.
const exchanges = new URL(import.meta.url).searchParams.get("program") === "exchange";
let begun;
const start = () => begun ??= (exchanges ? import("./exchange.js") : import("./worker.js")).then(program => program.default());
try {
    await Promise.resolve(navigator.locks?.request("worker", start)).catch(start).then(start);
} catch (error) {
    (globalThis.unrolled ?? globalThis).postMessage({ failed: String(error?.message ?? error) });
}
