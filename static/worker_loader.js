// Starts a worker: the program that its address names, or the one that computes. One after the other: where several ask for the
// same files at once, a browser may keep one of them waiting for the others' entry in its store for twenty seconds. Where there are
// no locks, or they are refused (plain http, blocked site data), each starts at once. What fails is told, with its cause, to whoever
// waits.
const asked = new URL(import.meta.url).searchParams;
const exchanges = asked.get("program") === "exchange";
const read = async name => {
    const answer = await fetch(new URL(`${name}.${asked.get("lang")}.txt`, import.meta.url));
    return answer.ok ? answer.text() : Promise.reject(Error(`${answer.url}: ${answer.status}`));
};
// What it says, and a lesson's prose, come while the program does.
const start = () => begun ??= Promise.all([
    exchanges ? import("./exchange.js") : import("./worker.js"), ...["first", "texts", ...exchanges ? [] : ["pages"]].map(read),
]).then(([program, ...texts]) => {
    globalThis.unrolledSpoken = [asked.get("lang"), texts.join("")];
    return program.default();
});
let begun;
try {
    await Promise.resolve(navigator.locks?.request("worker", start)).catch(start).then(start);
} catch (error) {
    (globalThis.unrolled ?? globalThis).postMessage({ failed: String(error?.message ?? error) });
}
