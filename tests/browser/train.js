// Trains three cells for `tests/bench.rs`: notes when frames begin, marks each, and how long a pause takes from the
// press of the button until the button shows it, in frames, and until all three are shown to rest.
const [warmUp, frames, pauses, done] = arguments;
// One button starts and pauses.
const press = command => {
    const button = document.getElementById('train-toggle');
    if (button.textContent === (command === 'start' ? 'Train' : 'Pause')) button.click();
};
// The lanes of the three cells, once they are there; what else is said in the view is not theirs.
const said = () => ['rnn', 'lstm', 'gru']
    .map(cell => document.querySelector(`#train-${cell}-progress [data-step]`))
    .filter(one => one?.dataset.step !== undefined);
const all = holds => said().length === 3 && said().every(holds);
const until = holds => new Promise(resolve => {
    const look = () => holds() ? (watch.disconnect(), resolve()) : undefined;
    const watch = new MutationObserver(look);
    watch.observe(document.getElementById('training'), { attributes: true, childList: true, subtree: true });
    look();
});
const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
const steps = () => said().map(one => Number(one.dataset.step));

// Counts the frames until the button offers to train again.
const shown = async () => {
    for (let frames = 1; ; frames++) {
        await frame();
        if (document.getElementById('train-toggle').textContent === 'Train') return frames;
    }
};

(async () => {
    await until(() => all(() => true));
    press('start');
    await until(() => all(one => Number(one.dataset.step) > 0));
    const beginnings = [];
    while (beginnings.length <= warmUp + frames + 1) {
        beginnings.push(await frame());
        performance.mark('input');
    }
    const made = steps();
    const answers = [], pressing = [];
    while (answers.length < pauses) {
        await wait(300 + 37 * (answers.length % 7));
        const pressed = performance.now();
        press('pause');
        const frames = shown();
        await until(() => all(one => one.dataset.running !== 'true'));
        answers.push(performance.now() - pressed);
        pressing.push(await frames);
        press('start');
        await until(() => all(one => one.dataset.running === 'true'));
    }
    press('pause');
    done({ intervals: beginnings.map((now, n) => now - beginnings[n - 1]).slice(warmUp + 1, warmUp + 1 + frames), answers, pressing, made });
})();
