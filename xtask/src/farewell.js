// Only `cargo xtask watch` serves this, in the place of the service worker: a page that a browser has kept from this address gives way
// to the one that is worked on.
const leave = async () => {
    for (const name of await caches.keys()) {
        if (name.startsWith(`unrolled ${registration.scope} `)) await caches.delete(name);
    }
    await registration.unregister();
    for (const client of await clients.matchAll({ type: 'window' })) {
        // Not awaited: it waits until this has become active. An address that only differs behind its # would load nothing.
        client.navigate(client.url.split('#')[0]);
    }
};

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(leave()));
