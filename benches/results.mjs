// Makes the runs that the page ships as recorded: `cargo xtask bench --results [NAME...] > static/sets/recorded.txt`.
// A line a run: the sweep, the run's number, the seconds that it took, and its outcome. Of what the prose asks only the
// time is kept, in one line: its answers are worked out where they are read.
import { load } from './module.mjs';

// Whether it is only to be seen that it still runs: all sweeps are set up, but a run is made of a short one only.
const TINY = process.env.UNROLLED_BENCH === 'tiny';
const SHORT = 'compare-units';
const wanted = process.argv.slice(2);
let made = 0;
const { Runs, sweeps, sets } = await load(process.env.UNROLLED_DIST);
for (const sweep of sweeps().filter(key => !wanted.length || wanted.some(w => key.includes(w)))) {
    const [key, fragment] = sweep.split(' ');
    const runs = new Runs(key, fragment ?? '');
    let all = 0;
    const prose = key.startsWith('entry-');
    const count = !TINY ? runs.count() : key === SHORT ? 1 : 0;
    if (!(runs.count() > 0)) throw new Error(`${sweep} has no runs`);
    for (let number = 0; number < count; number++) {
        const start = performance.now();
        const outcome = runs.make(number, sets);
        const seconds = (performance.now() - start) / 1000;
        all += seconds;
        if (!prose) console.log(`${runs.name()} ${number} ${seconds.toFixed(2)} ${outcome}`);
    }
    if (prose && !TINY) console.log(`${runs.name()} 0 ${all.toFixed(2)} 0 0 0 0 0 0 0 0`);
    runs.free();
    made += count;
}
if (TINY && made !== 1) throw new Error(`made ${made} runs, expected one of ${SHORT}`);
// The worker's port would keep Node waiting.
process.exit(0);
