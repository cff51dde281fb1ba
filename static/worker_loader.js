// Starts a worker. One after the other: where several ask for the same files at once, a browser may keep one of them
// waiting for the others' entry in its store for twenty seconds. Where there are no locks, or they are refused (plain
// http, blocked site data), each starts at once. What fails is told, with its cause, to whoever waits.
let begun;
const start = () => begun ??= import("./worker.js").then(worker => worker.default());
try {
    await Promise.resolve(navigator.locks?.request("worker", start)).catch(start).then(start);
} catch (error) {
    (globalThis.unrolled ?? globalThis).postMessage({ failed: String(error?.message ?? error) });
}
