import { recall, remember } from './remembered';
import { createStore } from './store';

export type Theme = 'system' | 'light' | 'dark';

const recalled = recall('theme');

/** What the reader chose. `theme-first.ts` has applied it already, before the first paint. */
export const chosenTheme = createStore<Theme>(recalled === 'light' || recalled === 'dark' ? recalled : 'system');

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const dark = (theme: Theme) => theme === 'dark' || (theme === 'system' && systemIsDark.matches);

/** Whether the page is dark now: charts are drawn again when this changes. */
export const isDark = createStore<boolean>(dark(chosenTheme.get()));

systemIsDark.addEventListener('change', () => isDark.set(dark(chosenTheme.get())));

export function chooseTheme(theme: Theme): void {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    remember('theme', theme === 'system' ? null : theme);
    chosenTheme.set(theme);
    isDark.set(dark(theme));
}

/** A colour token of styles/tokens.css as the browser computes it now, for what is drawn by script. */
export function colour(token: string): string {
    const probe = document.createElement('span');
    probe.style.color = `var(--${token})`;
    document.body.append(probe);
    const computed = getComputedStyle(probe).color;
    probe.remove();
    return computed;
}
