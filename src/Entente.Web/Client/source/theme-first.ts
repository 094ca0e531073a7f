// Loaded before the first paint, and so on its own: a chosen theme must not flash the other one first.
try {
    const theme = localStorage.getItem('entente.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
} catch {
    // Storage is forbidden: the system's theme it is.
}
export {};
