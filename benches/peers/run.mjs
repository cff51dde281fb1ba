// Times one training step: this engine, TensorFlow.js on its two backends, PyTorch. See README.md.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { availableParallelism, cpus } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const SIZES = JSON.parse(readFileSync(join(HERE, "sizes.json"), "utf8"));
const CHAINS = { rnn: 1, lstm: 4, gru: 3 };
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const LOSSES = 10;
const HOUR = 3_600_000;

const USAGE = `Usage: node run.mjs [--cells rnn,lstm,gru] [--sizes S1,S2,S3,S4] [--rounds 5] [--no-tfjs]

UNROLLED_DIST         the folder of the built page
WEBDRIVER_URL         where a chromedriver listens
UNROLLED_CAPABILITIES a JSON file of capabilities to ask it for; may be missing
UNROLLED_PYTHON       the Python to time PyTorch with, if that has it; python3 unless told`;

const { cells, sizes, rounds, tfjs } = options();
const pytorch = timePytorch();
const server = await serve(setting("UNROLLED_DIST"));
try {
  await inBrowser(`http://127.0.0.1:${server.address().port}`, compare);
} finally {
  server.close();
  server.closeAllConnections();
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        cells: { type: "string", default: Object.keys(CHAINS).join() },
        sizes: { type: "string", default: Object.keys(SIZES).join() },
        rounds: { type: "string", default: "5" },
        "no-tfjs": { type: "boolean", default: false },
      },
    });
    const [cells, sizes] = [values.cells.split(","), values.sizes.split(",")];
    const wrong = [...cells.filter((cell) => !(cell in CHAINS)), ...sizes.filter((size) => !(size in SIZES))];
    if (wrong.length > 0) throw new Error(`no cell or size: ${wrong}`);
    const rounds = Number(values.rounds);
    if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error(`no number of rounds: ${values.rounds}`);
    return { cells, sizes, rounds, tfjs: !values["no-tfjs"] };
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function setting(name) {
  if (process.env[name]) return process.env[name];
  console.error(`${name} is not set\n\n${USAGE}`);
  process.exit(2);
}

/** Measures all that was asked for; `page` calls a function of page.js. */
async function compare(page, browser) {
  await page("prepare", [workerModule(setting("UNROLLED_DIST"))]);
  const facts = [
    `${cpus()[0].model}, ${availableParallelism()} cores`,
    `Chromium ${browser}`,
    `TensorFlow.js ${tfjs ? await page("version", []) : "left out"}`,
    `PyTorch ${pytorch?.version ?? "not installed"}`,
  ];
  console.log(`${facts.join("; ")}\n`);
  const peers = ["tfjs cpu ms", "tfjs wasm ms", "tfjs / ours", "PyTorch ms", "loss check"];
  console.log(line(["cell", "size", "ours ms", "GFLOP/s", "% of peak", ...peers]));
  console.log(line(["---", "---", ...Array(7).fill("--:"), "---"]));
  for (const cell of cells) {
    for (const size of sizes) console.log(line(await row(page, cell, size)));
  }
}

function line(columns) {
  return `| ${columns.join(" | ")} |`;
}

async function row(page, cell, name) {
  const size = SIZES[name];
  const found = [];
  for (let round = 1; round <= rounds; round += 1) {
    console.error(`${cell} ${name}: round ${round} of ${rounds}`);
    const measure = (side) => page("measure", [side, cell, size]);
    // The slowest comes first, so that the others, and the peak, are close together.
    const cpu = tfjs ? await measure("cpu") : NaN;
    const wasm = tfjs ? await measure("wasm") : NaN;
    const ours = await measure("ours");
    const peak = await page("peak", []);
    const speed = operations(cell, size) / ours / 1e6;
    found.push({ ours, speed, share: (100 * speed) / peak, cpu, wasm, ratio: Math.min(cpu, wasm) / ours });
  }
  const middle = (key) => digits(median(found.map((round) => round[key])));
  const torch = pytorch ? digits(pytorch.milliseconds[cell][name]) : "not installed";
  const differences = (await check(page, cell, size)).join("; ");
  const columns = ["ours", "speed", "share", "cpu", "wasm", "ratio"].map(middle);
  return [cell, name, ...columns, torch, differences];
}

/** Floating operations of one training step. */
function operations(cell, { inputs, hidden, steps, batch }) {
  const products = 2 * steps * batch * CHAINS[cell] * hidden * (2 * inputs + 3 * hidden);
  return products + 60 * batch * hidden;
}

/** The largest relative difference between a peer's losses and ours, over the first steps from the same weights. */
async function check(page, cell, size) {
  const ours = await page("losses", ["ours", cell, size, LOSSES]);
  const difference = (theirs) =>
    Math.max(...ours.map((loss, step) => Math.abs(theirs[step] - loss) / loss)).toExponential(0);
  const found = [];
  if (tfjs && cell === "gru") {
    found.push("tfjs not compared: its GRU resets the state before the product");
  } else if (tfjs) {
    found.push(`tfjs ${difference(await page("losses", ["wasm", cell, size, LOSSES]))}`);
  }
  if (pytorch) {
    const start = await page("start", [cell, size]);
    found.push(`PyTorch ${difference(python(["losses"], { cell, size, start, count: LOSSES }))}`);
  }
  return found.length > 0 ? found : ["no peer to compare with"];
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/** Three digits that count. */
function digits(value) {
  if (Number.isNaN(value)) return "–";
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function timePytorch() {
  const { status } = runPython(["-c", "import torch"]);
  return status === 0 ? python(["times", cells.join(), sizes.join()]) : undefined;
}

function python(words, input) {
  const { status, stdout, stderr } = runPython([join(HERE, "pytorch.py"), ...words], JSON.stringify(input));
  if (status !== 0) throw new Error(`pytorch.py ${words.join(" ")} failed:\n${stderr}`);
  return JSON.parse(stdout);
}

function runPython(words, input) {
  return spawnSync(process.env.UNROLLED_PYTHON || "python3", words, { input, encoding: "utf8", maxBuffer: 1e9 });
}

/** The address, on our server, of the module with the engine. */
function workerModule(dist) {
  const later = join(dist, "later");
  const folders = existsSync(later) ? readdirSync(later) : [];
  const folder = folders.find((folder) => existsSync(join(later, folder, "worker.js")));
  if (!folder) throw new Error(`${dist} holds no later/*/worker.js: is it the built page?`);
  return `/dist/later/${folder}/worker.js`;
}

/** Serves this folder, and the built page as dist/. */
async function serve(dist) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = pathname.startsWith("/dist/") ? join(dist, pathname.slice(6)) : join(HERE, pathname);
    try {
      const body = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return server;
}

/** Opens page.html of `site` in a browser and hands `use` what calls its functions, and the browser's version. */
async function inBrowser(site, use) {
  const file = process.env.UNROLLED_CAPABILITIES;
  const alwaysMatch = file ? JSON.parse(readFileSync(file, "utf8")) : {};
  const session = await webdriver("POST", "/session", { capabilities: { alwaysMatch } });
  const path = `/session/${session.sessionId}`;
  try {
    await webdriver("POST", `${path}/timeouts`, { script: HOUR });
    await webdriver("POST", `${path}/url`, { url: `${site}/page.html` });
    const script = "return page[arguments[0]](...arguments[1])";
    const call = (name, args) => webdriver("POST", `${path}/execute/sync`, { script, args: [name, args] });
    await use(call, session.capabilities.browserVersion);
  } finally {
    await webdriver("DELETE", path);
  }
}

async function webdriver(method, path, body) {
  const answer = await fetch(setting("WEBDRIVER_URL") + path, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(value.message);
  return value;
}
