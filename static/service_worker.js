// Keeps the page for use without a network. The page asks for this once it has started, and never needs it. The build writes in
// front of it what belongs to this version, each file as [name, bytes, mark]: CORE, which is kept at once, MORE, which is kept as it is
// used, or all of it when a person asks, and VERSION, which follows from them. A file is kept only if it has its mark, so that what is
// kept is of one build, even where a server changes meanwhile.
const scope = registration.scope;
const prefix = `unrolled ${scope} `;
const own = prefix + VERSION;
const marks = new Map([...CORE, ...MORE].map(([name, , mark]) => [name, mark]));
// Stands in the cache once a person has asked for all: then the next version brings all, too.
const everything = new URL("?everything", scope).href;

const address = name => new URL(name, scope).href;
// The name of a file in the list; none outside of the scope.
const named = url => {
    const { origin, pathname } = new URL(url);
    const path = origin + pathname;
    return path.startsWith(scope) ? path.slice(scope.length).replace(/^index\.html$/, "") : undefined;
};

const marked = async body => {
    const all = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
    return Array.from(all.subarray(0, 8), byte => byte.toString(16).padStart(2, "0")).join("");
};

const older = async () => (await caches.keys()).filter(name => name.startsWith(prefix) && name !== own);

// Puts a file into the cache, and says whether it is this version's. As it is put there nobody has compressed or redirected it.
const keep = async (name, answer) => {
    const body = await answer.arrayBuffer();
    if (!answer.ok || await marked(body) !== marks.get(name)) return false;
    const headers = new Headers(answer.headers);
    ["content-encoding", "content-length", "vary"].forEach(header => headers.delete(header));
    await (await caches.open(own)).put(address(name), new Response(body, { headers }));
    return true;
};

// Takes a file from what an earlier version kept, or from the server. What has a mark in its name may come from the browser's store.
const take = async name => {
    if (await (await caches.open(own)).match(address(name))) return;
    for (const before of await older()) {
        const kept = await (await caches.open(before)).match(address(name));
        if (kept && await keep(name, kept)) return;
    }
    const cache = /[0-9a-f]{12}/.test(name) ? "default" : "no-cache";
    const answer = await fetch(address(name), { cache });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    if (!await keep(name, answer)) throw new Error(`${name} is of another version`);
};

// One after the other: the page may still want the line.
const install = async () => {
    const before = await Promise.all((await older()).map(async name => (await caches.open(name)).match(everything)));
    const all = before.some(Boolean);
    for (const [name] of all ? [...CORE, ...MORE] : CORE) await take(name);
    if (all) await (await caches.open(own)).put(everything, new Response());
};

// Removes what earlier versions kept, once no other window can want it. What waits to take over keeps its own.
const tidy = async () => {
    const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
    const here = windows.filter(({ url }) => named(url) !== undefined);
    if (here.length > 1 || registration.installing || registration.waiting) return;
    for (const name of await older()) await caches.delete(name);
};

const missing = async () => {
    const kept = new Set((await (await caches.open(own)).keys()).map(({ url }) => url));
    return MORE.filter(([name]) => !kept.has(address(name)));
};

// What the page can ask for. Each is answered with how many files of MORE are kept, of how many, with their bytes, and those of CORE.
const orders = {
    tell: tidy,
    // One file at a time, so that the page can stop.
    async more() {
        const [next] = await missing();
        if (next) await take(next[0]);
        if (!(await missing()).length) await (await caches.open(own)).put(everything, new Response());
    },
    async less() {
        const cache = await caches.open(own);
        for (const name of [everything, ...MORE.map(([name]) => address(name))]) await cache.delete(name);
    },
    load: () => skipWaiting(),
};

const obey = async ({ data, source }) => {
    let cause = "";
    try {
        await orders[data]?.();
    } catch (error) {
        cause = String(error?.message ?? error);
    }
    const bytes = files => files.reduce((sum, [, size]) => sum + size, 0);
    const lacks = await missing().catch(() => MORE);
    source?.postMessage([MORE.length - lacks.length, MORE.length, bytes(MORE) - bytes(lacks), bytes(MORE), bytes(CORE), cause]);
};

// A file of this version: as it is kept, or else from the server, and kept from then on.
const answered = async (event, name) => {
    const kept = await caches.open(own).then(cache => cache.match(address(name))).catch(() => {});
    if (kept) return kept;
    const answer = await fetch(event.request);
    // What cannot be kept is there all the same.
    event.waitUntil(keep(name, answer.clone()).catch(() => {}));
    return answer;
};

addEventListener("install", event => event.waitUntil(install()));
addEventListener("activate", event => event.waitUntil(tidy().then(() => clients.claim())));
addEventListener("message", event => event.waitUntil(obey(event)));
addEventListener("fetch", event => {
    const { request } = event, name = named(request.url);
    if (request.method !== "GET" || name === undefined) return;
    if (marks.has(name)) {
        event.respondWith(answered(event, name));
    } else if (request.mode === "navigate") {
        event.respondWith(fetch(request).catch(() => Response.redirect(scope)));
    } else {
        // A window of an earlier version may still want its own files.
        event.respondWith(caches.match(request).then(kept => kept ?? fetch(request)));
    }
});
