// What a person or a screen reader finds on the page, as lines: roles, names, states, values and texts of all that is in
// sight; but for what is kept for use without a network, which hangs on how long the page has been open. Returns the regions
// of the page, each with its name and lines. What is folded away is unfolded before.
const MOST = 30, FIRST = 5;
const CONTAINERS = "header, nav, main, section, dialog, details, table, form, fieldset, article, figure, ul, ol, dl, [role], [popover]";
const CONTROLS = "button, input, select, textarea, canvas, svg, progress, meter, video, audio, img";
const TELLING = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, summary, figcaption, caption, pre, legend, blockquote, th, td, label";
const PROSE = ":scope > article, :scope > section, :scope > p, :scope > dt, :scope > details";

const shown = text => text
    .replace(/[\u2066-\u2069\u200b-\u200f]/g, sign => `\\u${sign.codePointAt(0).toString(16)}`)
    .replace(/[ \t\r\n]+/g, " ")
    // Of the machine and of the screen, not of the page.
    .replace(/\b(Chrome|Edge|Firefox|Safari) \d+, \d+\s+threads?/, "(a browser), (some) threads")
    .replace(/\b(One decade|\d+ decades) per line/, "(Some) decades per line");
const hash = text => {
    let sum = 0x811c9dc5;
    for (const sign of text) sum = Math.imul(sum ^ sign.codePointAt(0), 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, "0");
};
const displayOf = element => getComputedStyle(element).display;
// An element without a box of its own is in sight where what holds it is.
const inSight = element => displayOf(element) === "contents" || element.checkVisibility({ visibilityProperty: true });
const link = address => address.length > 90 || address.startsWith("data:") ? `${address.slice(0, 40)}... ${hash(address)}` : address;

// The text of a label without that of the controls within it.
const textBut = (node, but) => node.nodeType === Node.TEXT_NODE
    ? node.data
    : node.matches?.(but) ? "" : [...node.childNodes].map(child => textBut(child, but)).join("");
const nameOf = element => {
    const by = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    const labels = [...element.labels ?? []].map(label => textBut(label, "button, input, select, textarea"));
    const found = [
        by.map(id => document.getElementById(id)?.textContent ?? "").join(" "),
        element.getAttribute("aria-label") ?? "",
        labels.join(" "),
        element.matches("button, summary") ? element.textContent : "",
        element.getAttribute("alt") ?? "",
        element.title ?? "",
    ];
    return shown(found.find(name => name.trim()) ?? "").trim();
};
const statesOf = element => {
    const names = ["role", "aria-pressed", "aria-expanded", "aria-current", "aria-selected", "aria-checked", "aria-live",
        "aria-valuetext", "aria-hidden", "aria-description", "placeholder", "min", "max", "step", "type", "download"];
    const found = names.filter(name => element.hasAttribute(name)).map(name => `${name.replace("aria-", "")}=${shown(element.getAttribute(name))}`);
    const flags = ["disabled", "checked", "readOnly"].filter(flag => element[flag]);
    return [...found, ...flags].map(state => ` ${state}`).join("");
};
const tipOf = (element, name) => {
    const tip = shown(element.getAttribute("title") ?? "").trim();
    return tip && tip !== name ? ` (${tip})` : "";
};

class Tree {
    lines = [];
    run = "";
    where = "text";
    depth = 1;
    say(line) {
        this.lines.push(" ".repeat(this.depth * 2) + line);
    }
    flush() {
        const text = shown(this.run).trim();
        if (text) this.say(`${this.where}: ${text}`);
        this.run = "";
    }
    within(where, act, deeper = 0) {
        this.flush();
        const before = this.where;
        [this.where, this.depth] = [where, this.depth + deeper];
        act();
        this.flush();
        [this.where, this.depth] = [before, this.depth - deeper];
    }
    // Of many rows, buttons or fields of one parent only the first stand there, and of the rest a hash.
    inside(parent) {
        const many = parent.childElementCount > MOST && !parent.matches("p, li, pre, a") && !parent.querySelector(PROSE);
        if (many) this.flush();
        const from = this.lines.length;
        for (const child of parent.childNodes) this.node(child);
        if (!many) return;
        this.flush();
        const rest = this.lines.splice(from + FIRST);
        if (rest.length <= MOST) this.lines.push(...rest);
        else this.say(`... ${rest.length} more lines: ${hash(rest.join("\n"))}`);
    }
    node(node) {
        if (node.nodeType === Node.TEXT_NODE) this.run += node.data;
        if (node.nodeType !== Node.ELEMENT_NODE || node.matches("script, style, link, template, noscript, .offline") || !inSight(node)) return;
        const tag = node.localName;
        if (tag === "math") return void (this.run += node.textContent);
        if (tag === "br") return void (this.run += " ");
        if (tag === "button" && node.parentElement.matches("p, dd, figcaption")) {
            return void (this.run += `{${nameOf(node)}${statesOf(node)}${tipOf(node, nameOf(node))}}`);
        }
        if (node.matches(CONTROLS)) {
            this.flush();
            return this.control(node, tag);
        }
        if (tag === "tr" && !node.querySelector(CONTROLS)) {
            this.flush();
            return this.say(`row: ${[...node.cells].filter(inSight).map(cell => shown(cell.textContent).trim()).join(" | ")}`);
        }
        if (tag === "a") {
            const name = nameOf(node);
            const before = this.run;
            this.run = "";
            this.inside(node);
            const text = shown(this.run);
            this.run = `${before}[${text}${name && name !== text.trim() ? ` "${name}"` : ""}${statesOf(node)}](${link(node.getAttribute("href") ?? "")})`;
            return;
        }
        if (node.matches(CONTAINERS)) {
            this.flush();
            const name = node.matches("[aria-label], [aria-labelledby]") ? ` "${nameOf(node)}"` : "";
            const open = tag === "details" && !window.unfolded?.has(node) ? " open" : "";
            const id = node.id ? `#${node.id}` : "";
            this.say(`${tag}${id}${name}${statesOf(node)}${open}${tipOf(node, name)}`);
            return this.within(tag, () => this.inside(node), 1);
        }
        if (node.matches(TELLING)) {
            return this.within(`${tag}${statesOf(node)}${tipOf(node, "")}`, () => this.inside(node));
        }
        const inline = displayOf(node).startsWith("inline");
        const about = node.matches("[aria-label], [title], [aria-live], [tabindex], [aria-hidden]");
        if (inline) {
            if (about) this.run += "⟨";
            this.inside(node);
            if (about) this.run += `${statesOf(node)} "${nameOf(node)}"⟩`;
            return;
        }
        const name = nameOf(node) && ` "${nameOf(node)}"`;
        this.within(about ? `text${statesOf(node)}${name}` : this.where, () => this.inside(node));
    }
    control(node, tag) {
        const name = nameOf(node);
        const head = `${tag} "${name}"${statesOf(node)}`;
        const tip = tipOf(node, name);
        if (tag === "svg") {
            const said = [...node.querySelectorAll("text, title, desc")].map(text => `${shown(text.textContent).trim()}`).filter(Boolean);
            if (!said.length && node.getAttribute("aria-hidden") === "true") return;
            const all = said.join(" | ");
            return this.say(`${head}${tip}: ${said.length > MOST ? `${said.slice(0, FIRST).join(" | ")} ... ${said.length} texts: ${hash(all)}` : all}`);
        }
        if (tag === "select") {
            const options = [...node.options].map(option => shown(option.text));
            const all = options.length > MOST ? `${options.length} options: ${hash(options.join("\n"))}` : options.join(" | ");
            return this.say(`${head} value=${node.value} of: ${all}${tip}`);
        }
        if (tag === "button") {
            const text = shown(node.textContent).trim();
            return this.say(`${head}${text && text !== name ? ` text: ${text}` : ""}${tip}`);
        }
        const value = "value" in node ? ` value=${shown(String(node.value))}` : "";
        this.say(`${head}${value}${tip}`);
    }
}

const named = element => [element.localName, ...element.id ? [`#${element.id}`] : [...element.classList].map(name => `.${name}`).slice(0, 1)].join("");
const regions = parent => [...parent.children].flatMap(element => {
    if (element.matches(".page, main, .bench, #training, #reference, .view, #lesson, .stage, .side, .controls, .inspector") && inSight(element)) return regions(element);
    const tree = new Tree();
    tree.node(element);
    tree.flush();
    return tree.lines.length ? [[named(element), tree.lines]] : [];
});
return regions(document.body);
