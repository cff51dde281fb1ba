// Prints the number of `losses.js` under Node: `node losses.mjs DIST SETTINGS CELL`.
import { readFileSync } from 'node:fs';
import { load } from './module.mjs';

const [dist, fragment, cell] = process.argv.slice(2);
const module = await load(dist);
const losses = new Function(`${readFileSync(new URL('losses.js', import.meta.url))}; return losses;`)();
console.log(losses(module, fragment, cell));
// The worker's port would keep Node waiting.
process.exit(0);
