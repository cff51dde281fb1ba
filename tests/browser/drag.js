// Drags a slider for `tests/bench.rs`: in every frame, one input event with a new value. Each comes
// in a task of its own between two frames, as the browser brings those of a hand, and is marked.
const [id, warmUp, frames, done] = arguments;
const slider = document.getElementById(id);
const [low, high] = [Number(slider.min), Number(slider.max)];
const channel = new MessageChannel();
const beginnings = [], inputs = [], pictures = [];

// When the laboratory's picture, if one is open, is made anew.
new MutationObserver(() => pictures.push(performance.now()))
    .observe(document.getElementById('laboratory'), { childList: true, subtree: true });

// To and fro, a hundredth of the way each time.
const place = n => 1 - Math.abs(1 - (n % 200) / 100);

const frame = now => {
    beginnings.push(now);
    if (beginnings.length > warmUp + frames + 1) return report();
    requestAnimationFrame(frame);
    channel.port2.postMessage(0);
};

channel.port1.onmessage = () => {
    inputs.push(performance.mark('input').startTime);
    slider.value = low + (high - low) * place(inputs.length);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
};

const report = () => {
    const counted = inputs.slice(warmUp, warmUp + frames);
    const end = inputs[warmUp + frames];
    const entries = name =>
        performance.getEntriesByName(name).filter(({ startTime }) => counted[0] <= startTime && startTime < end);
    const draws = entries('draw').map(({ startTime }) => startTime);
    done({
        engine: entries('engine').map(({ duration }) => duration),
        draw: entries('draw').map(({ duration }) => duration),
        intervals: beginnings.map((now, n) => now - beginnings[n - 1]).slice(warmUp + 1, warmUp + 1 + frames),
        redraws: counted.filter((at, n) => draws.some(draw => at <= draw && draw < (counted[n + 1] ?? end))).length,
        pictures: counted.filter((at, n) => pictures.some(when => at <= when && when < (counted[n + 1] ?? end))).length,
    });
};

requestAnimationFrame(frame);
