// Starts a worker. One after the other: where several ask for the same files at once, a browser may keep one of them
// waiting for the others' entry in its store for twenty seconds. Only a safe origin has locks.
const start = async () => (await import("./worker.js")).default();
await (navigator.locks ? navigator.locks.request("worker", start) : start());
