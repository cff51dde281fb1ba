// Runs first in the page: notes on each canvas how large the letters are that were last drawn on it, and asks what is written small or cut.
(() => {
    const own = CanvasRenderingContext2D.prototype;
    const { fillText, clearRect } = own;
    own.clearRect = function (...all) {
        this.canvas.letters = [];
        return clearRect.apply(this, all);
    };
    own.fillText = function (text, ...all) {
        const { a, b } = this.getTransform(), css = this.canvas.width / this.canvas.clientWidth;
        (this.canvas.letters ??= []).push([text, parseFloat(this.font.match(/[\d.]+(?=px)/)[0]) * Math.hypot(a, b) / css]);
        return fillText.call(this, text, ...all);
    };
    const isSeen = element => {
        const { width, height } = element.getBoundingClientRect();
        return element.checkVisibility({ visibilityProperty: true }) && width > 2 && height > 2
            && !element.closest(".kit-hidden, .spoken, .kit-skip, .kit-sizes, .kit-bubble, select, option");
    };
    // What stands beside a symbol belongs to it.
    const isScript = element => {
        if (element.closest("tspan.time")) return true;
        for (let at = element; at && at.localName !== "math"; at = at.parentElement) {
            if (/^m(sub|sup|subsup|under|over)$/.test(at.parentElement?.localName) && at.previousElementSibling) return true;
        }
        return false;
    };
    const scale = element => {
        const matrix = element.ownerSVGElement && element.getScreenCTM?.();
        return matrix ? Math.hypot(matrix.a, matrix.b) : 1;
    };
    // What is smaller than so many CSS pixels, with its text.
    window.smaller = least => {
        const found = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node; (node = texts.nextNode());) {
            const text = node.data.trim(), element = node.parentElement;
            if (!text || !isSeen(element) || isScript(element)) continue;
            const size = parseFloat(getComputedStyle(element).fontSize) * scale(element);
            if (size < least - 0.05) found.push(`${size.toFixed(1)} ${text.slice(0, 30)} (${element.localName}.${element.className.baseVal ?? element.className})`);
        }
        for (const canvas of document.querySelectorAll("canvas")) {
            if (!isSeen(canvas)) continue;
            for (const [text, size] of canvas.letters ?? []) if (size < least - 0.05) found.push(`${size.toFixed(1)} ${text} (canvas)`);
        }
        return [...new Set(found)];
    };
    // What has more in it than is seen of it, sideways.
    window.cut = () => [...document.body.querySelectorAll("*")]
        .filter(element => isSeen(element) && element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 1
            && getComputedStyle(element).overflowX !== "visible" && !element.closest("svg"))
        .map(element => `${element.localName}#${element.id}.${element.className}: ${element.scrollWidth} in ${element.clientWidth}: ${element.textContent.trim().slice(0, 40)}`);
})();
