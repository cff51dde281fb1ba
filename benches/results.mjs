// Makes the runs that the page ships as recorded: `cargo xtask bench --results [NAME...] > static/sets/recorded.txt`.
// A line a run: the sweep, the run's number, the seconds that it took, and its outcome.
import { load } from './module.mjs';

const wanted = process.argv.slice(2);
const { Runs, sweeps } = await load(process.env.UNROLLED_DIST);
for (const sweep of sweeps().filter(key => !wanted.length || wanted.some(w => key.includes(w)))) {
    const [key, fragment] = sweep.split(' ');
    const runs = new Runs(key, fragment ?? '');
    for (let number = 0; number < runs.count(); number++) {
        const start = performance.now();
        const outcome = runs.make(number);
        const seconds = ((performance.now() - start) / 1000).toFixed(2);
        console.log(`${runs.name()} ${number} ${seconds} ${outcome}`);
    }
    runs.free();
}
// The worker's port would keep Node waiting.
process.exit(0);
