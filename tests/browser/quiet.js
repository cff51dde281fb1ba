// Runs first in the page and in each of its workers, and counts what is under way there. The page's `quiet()` tells
// whether nothing is: no message is on its way, no timer below a second waits, no file is read or fetched, no frame is due.
(() => {
    const own = { pending: 0, seen: 0, sent: 0, received: 0, started: 0 };
    const begin = promise => {
        own.pending++;
        const end = () => {
            own.pending--;
            own.seen++;
        };
        promise.then(end, end);
        return promise;
    };
    const replace = (on, name, how) => {
        if (on?.[name]) on[name] = how(on[name]);
    };
    const promised = (on, name) =>
        replace(on, name, act => function (...given) {
            return begin(act.apply(this, given));
        });
    const { FileSystemDirectoryHandle: Folder, FileSystemFileHandle: File, StorageManager: Storage } = globalThis;
    promised(globalThis, "fetch");
    for (const of of [Response, Blob]) ["text", "arrayBuffer"].forEach(name => promised(of.prototype, name));
    promised(Storage?.prototype, "getDirectory");
    ["getFileHandle", "removeEntry"].forEach(name => promised(Folder?.prototype, name));
    ["getFile", "createSyncAccessHandle", "createWritable"].forEach(name => promised(File?.prototype, name));
    // A lock is held for as long as its holder likes: what is waited for is that it is given. Of the one under which a
    // worker starts, that it is given back.
    replace(globalThis.LockManager?.prototype, "request", act => function (name, hold) {
        let given;
        const waited = new Promise(resolve => (given = resolve));
        const held = act.call(this, name, lock => {
            given();
            return hold(lock);
        });
        held.catch(given);
        begin(name === "worker" ? held : waited);
        return held;
    });

    const waiting = new Set();
    const wait = (start, end, counts) => [
        (act, ...how) => {
            const number = start((...given) => {
                if (waiting.delete(number)) own.seen++;
                act(...given);
            }, ...how);
            if (counts(...how)) waiting.add(number);
            return number;
        },
        number => {
            waiting.delete(number);
            end(number);
        },
    ];
    const { setTimeout, clearTimeout, requestAnimationFrame: frame, Worker: Thread, MessageChannel: Channel } = globalThis;
    [globalThis.setTimeout, globalThis.clearTimeout] = wait(setTimeout, clearTimeout, (after = 0) => after < 1000);
    let frames = 0;
    if (frame) {
        globalThis.requestAnimationFrame = act => {
            frames++;
            return frame(time => {
                frames--;
                own.seen++;
                act(time);
            });
        };
    }

    const hear = from => from.addEventListener("message", () => own.received++);
    const say = (on, name = "postMessage") =>
        replace(on, name, act => function (...given) {
            own.sent++;
            return act.apply(this, given);
        });
    globalThis.Worker = class extends Thread {
        constructor(...given) {
            super(...given);
            own.started++;
            hear(this);
        }
    };
    say(Thread.prototype);
    say(MessagePort.prototype);
    globalThis.MessageChannel = class extends Channel {
        constructor() {
            super();
            hear(this.port1);
            hear(this.port2);
        }
    };

    const now = () => ({ ...own, pending: own.pending + waiting.size + frames });
    const line = new BroadcastChannel("quiet");
    if (!globalThis.document) {
        say(globalThis);
        hear(globalThis);
        line.onmessage = ({ data }) => data.asked && line.postMessage({ answers: data.asked, told: now() });
        return;
    }
    // All is quiet if all have answered twice, one after the other, that nothing is under way and nothing has been since.
    let [asked, told, before] = [0, [], ""];
    line.onmessage = ({ data }) => data.answers === asked && told.push(data.told);
    globalThis.quiet = () => {
        const all = [now(), ...told];
        const sum = of => all.reduce((sum, own) => sum + own[of], 0);
        if (asked && all.length <= sum("started")) {
            // Some have not answered yet, or have only begun and have not been asked.
            line.postMessage({ asked: ++asked });
            told = [];
            return false;
        }
        const rests = asked && sum("pending") === 0 && sum("sent") === sum("received");
        const here = rests ? `${all.length} ${sum("seen")} ${sum("sent")}` : "";
        const is = here !== "" && here === before;
        before = here;
        line.postMessage({ asked: ++asked });
        told = [];
        return is;
    };
})();
