// Only `cargo xtask watch` serves this: loads the page anew when it has been built, and shows why a build has failed.
const own = new URL(import.meta.url).searchParams.get('turn');
const SECOND = 1000;

const show = error => {
    const old = document.getElementById('build-error');
    if (!error) return old?.remove();
    const box = old ?? document.body.appendChild(document.createElement('pre'));
    box.id = 'build-error';
    // A style that a script sets is no inline style: the page's policy allows it.
    Object.assign(box.style, {
        position: 'fixed', inset: '0', zIndex: '2147483647', margin: '0', padding: '2em', overflow: 'auto',
        background: 'Canvas', color: 'CanvasText', font: '14px/1.4 monospace', whiteSpace: 'pre-wrap',
    });
    box.textContent = error;
};

for (let seen = own; ;) {
    try {
        // Answered when there has been another turn than the one that was seen.
        const { turn, error } = await (await fetch(new URL(`reload?${seen}`, import.meta.url))).json();
        if (!error && turn !== own) location.reload();
        seen = turn;
        show(error);
    } catch {
        // The server has ended; it may be started again.
        await new Promise(wake => setTimeout(wake, SECOND));
    }
}
