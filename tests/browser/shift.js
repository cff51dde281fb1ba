// Runs first in the page, for `tests/start.rs`: notes each shift of the layout, with the elements that moved.
(() => {
    window.shifts = [];
    const own = element => {
        const more = element.id ? `#${element.id}` : [...element.classList].slice(0, 2).map(name => `.${name}`).join("");
        return element.localName + more;
    };
    // With as many of the elements around it as it takes to know where it is: up to one that has an id.
    const named = node => {
        const names = [];
        let element = node instanceof Element ? node : node?.parentElement;
        for (; element && names.length < 3; element = element.parentElement) {
            names.unshift(own(element));
            if (element.id) break;
        }
        return names.join(" > ") || "(gone)";
    };
    const place = ({ x, y, width, height }) => [x, y].map(Math.round).join(",") + ` ${[width, height].map(Math.round).join("×")}`;
    const moved = ({ node, previousRect, currentRect }) => `${named(node)}  ${place(previousRect)} → ${place(currentRect)}`;
    const observer = new PerformanceObserver(list => {
        for (const { value, startTime, sources, hadRecentInput } of list.getEntries()) {
            if (!hadRecentInput) window.shifts.push({ value, at: startTime, moved: sources.map(moved) });
        }
    });
    observer.observe({ type: "layout-shift", buffered: true });
})();
