// Runs first in the page, for `tests/start.rs`: presses an arrow key every 50 ms from the start on, and notes when the
// figure first follows one, and that is shown. (An arrow to the right does nothing at the right end: so the next goes left.)
(() => {
    const EVERY = 50;
    const KEYS = ["ArrowRight", "ArrowLeft"];
    const playhead = () => document.querySelector(".start-figure[data-at]")?.dataset.at;
    let presses = 0;
    window.answered = null;
    const press = () => {
        const before = playhead();
        const key = KEYS[presses++ % KEYS.length];
        const on = document.activeElement ?? document.documentElement;
        on?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        // The page follows a little later, at the latest before it draws; what shows it stands once that frame has been made.
        requestAnimationFrame(() => {
            if (window.answered || before === undefined || playhead() === before) return;
            clearInterval(clock);
            setTimeout(() => (window.answered ??= performance.now()));
        });
    };
    const clock = setInterval(press, EVERY);
})();
