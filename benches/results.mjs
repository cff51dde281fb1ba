// Makes the runs that the page ships as recorded: `cargo xtask bench --results [NAME...] > static/sets/recorded.txt`.
// A line a run: the sweep, the run's number, the seconds that it took, and its outcome. Of what the prose asks only the
// time is kept, in one line: its answers are worked out where they are read.
import { load } from './module.mjs';

const wanted = process.argv.slice(2);
const { Runs, sweeps } = await load(process.env.UNROLLED_DIST);
for (const sweep of sweeps().filter(key => !wanted.length || wanted.some(w => key.includes(w)))) {
    const [key, fragment] = sweep.split(' ');
    const runs = new Runs(key, fragment ?? '');
    let all = 0;
    const prose = key.startsWith('entry-');
    for (let number = 0; number < runs.count(); number++) {
        const start = performance.now();
        const outcome = runs.make(number);
        const seconds = (performance.now() - start) / 1000;
        all += seconds;
        if (!prose) console.log(`${runs.name()} ${number} ${seconds.toFixed(2)} ${outcome}`);
    }
    if (prose) console.log(`${runs.name()} 0 ${all.toFixed(2)} 0 0 0 0 0 0 0 0`);
    runs.free();
}
// The worker's port would keep Node waiting.
process.exit(0);
