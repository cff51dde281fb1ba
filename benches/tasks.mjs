// Steps and seconds until each cell solves each task, with the page's default settings: `cargo xtask bench --tasks`.
import { load } from './module.mjs';

const CELLS = ['rnn', 'lstm', 'gru'];
// Whether it is only to be seen that each task still runs: a few steps of each, from one seed.
const TINY = process.env.UNROLLED_BENCH === 'tiny';
const SEEDS = TINY ? [1] : [1, 2, 3];
const MOST = TINY ? 3 : Infinity;
// What the page offers first, and where the literature looks.
const TASKS = [
    ['adding, T = 100', 'task=adding&t_knob=100'],
    ['adding, T = 200', 'task=adding&t_knob=200'],
    ['adding, T = 200, PyTorch’s start', 'task=adding&t_knob=200&t_start=pytorch&t_bias=0'],
    ['copy, 20 blanks', 'task=copy&t_knob=20'],
    ['copy, 100 blanks', 'task=copy&t_knob=100&t_steps=4000'],
    ['first symbol, T = 30', 'task=recall'],
    ['temporal order, T = 60', 'task=order'],
    ['parity, T = 30', 'task=parity'],
    ['brackets, depth to 8', 'task=brackets'],
    ['agreement, distance 20', 'task=agreement'],
    ['next character, poems', 'task=characters'],
    ['next word, 1 sentence between', 'task=next_word'],
    ['sentiment, 8 words between', 'task=sentiment'],
    ['parts of speech, chains to 4', 'task=speech_parts'],
    ['named entities, lists to 4', 'task=entities'],
    ['translation, 3 digits', 'task=translation'],
    ['speaker of a vowel', 'task=speech'],
    ['moving dot, 2 flickering pixels', 'task=frames'],
    ['next click, 10 clicks a visit', 'task=clicks'],
    ['CO2, 1 month ahead', 'task=co2'],
    ['CO2, 12 months ahead', 'task=co2&t_knob=12'],
    ['sunspots, 1 year ahead', 'task=sunspots'],
    ['sea surface, 1 month ahead', 'task=sst'],
    ['sea surface, 6 months ahead', 'task=sst&t_knob=6'],
    ['daily weather, 1 day ahead', 'task=weather'],
    ['hourly normals, 1 hour ahead', 'task=hourly'],
    ['employment, 1 month ahead', 'task=employment'],
    ['market price, 1 day ahead', 'task=market'],
];

const wanted = process.argv.slice(2);
const { Course, sets } = await load(process.env.UNROLLED_DIST);
const count = n => String(n).replace(/\B(?=(\d{3})+$)/g, ' ');
const short = x => (x < 0.001 ? x.toExponential(1) : x.toPrecision(3));

console.log(`| task | cell | solved after steps (seeds ${SEEDS.join(', ')}) | seconds | loss | right | test | baseline |`);
console.log('|---|---|--:|--:|--:|--:|--:|--:|');
for (const [name, fragment] of TASKS.filter(([name]) => !wanted.length || wanted.some(w => name.startsWith(w)))) {
    for (const cell of CELLS) {
        const runs = SEEDS.map(seed => {
            const course = new Course(`${fragment}&t_seed=${seed}`, cell, sets);
            const start = performance.now();
            let solved = 0;
            while (course.step() < MOST && course.advance()) {
                if (!solved && course.solved()) {
                    solved = performance.now() - start;
                    // What comes after is not asked for; a little more, so that the last hundred are well below the mark.
                    if (course.step() > course.solved()) break;
                }
            }
            const [loss, right] = course.recent();
            const [tested, testedRight] = course.test();
            const run = { steps: course.solved(), seconds: (solved || performance.now() - start) / 1000, loss, right, tested, testedRight, all: course.step(), baseline: course.baseline() };
            course.free();
            return run;
        });
        const each = f => runs.map(f).join(', ');
        console.log(`| ${name} | ${cell.toUpperCase()} | ${each(r => (r.steps ? count(r.steps) : `not in ${count(r.all)}`))} | ${each(r => r.seconds.toFixed(1))} | ${each(r => short(r.loss))} | ${each(r => `${Math.round(100 * r.right)} %`)} | ${each(r => `${short(r.tested)} (${Math.round(100 * r.testedRight)} %)`)} | ${short(runs[0].baseline)} |`);
    }
}
// The worker's port would keep Node waiting.
process.exit(0);
