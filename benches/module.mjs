// The built page's worker module under Node: the same WebAssembly that trains in a browser.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Loads it from a folder of the built page, the newest, if there are several; with `sets`, the data of all tasks. */
export async function load(dist) {
    const later = join(dist, 'later');
    const age = folder => statSync(join(later, folder)).mtimeMs;
    const [newest] = readdirSync(later).sort((a, b) => age(b) - age(a));
    // What a worker has and Node has not. It says that it listens, to nobody.
    globalThis.self = globalThis;
    globalThis.postMessage = () => {};
    const folder = join(later, newest);
    // Node takes a file that ends with .js for the older kind of module unless it is told.
    const source = readFileSync(join(folder, 'worker.js'));
    const module = await import(`data:text/javascript;base64,${source.toString('base64')}`);
    // What the script that starts a worker fetches.
    globalThis.unrolledSpoken = ['en', ['first', 'texts', 'pages'].map(name => readFileSync(join(folder, `${name}.en.txt`), 'utf8')).join('')];
    module.initSync({ module: readFileSync(join(folder, 'worker_bg.wasm')) });
    // What a task fetches when it is chosen.
    const [data, sets] = [join(dist, 'data'), new module.Sets()];
    for (const name of readdirSync(data).filter(name => name !== 'README.md')) sets.bring(name, readFileSync(join(data, name), 'utf8'));
    return { ...module, sets };
}
