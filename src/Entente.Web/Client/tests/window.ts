// As much of a browser's window as modules look at when they are loaded.
const nothing = () => {};
Object.assign(globalThis, {
    location: new URL('http://127.0.0.1/'),
    history: { state: null, pushState: nothing, replaceState: nothing },
    document: { addEventListener: nothing },
    addEventListener: nothing,
    window: globalThis,
});
export {};
