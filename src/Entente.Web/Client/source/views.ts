import type { ComponentType } from 'preact';
import { shell } from './words/shell';

/** What a view is given. Its place in the address is `/NAME/…`: `parts` is what follows the name. */
export interface ViewProps {
    parts: readonly string[];
    query: URLSearchParams;
}

export interface View {
    name: string;
    title: string;
    /** False where it is not in the navigation. */
    listed?: false;
    load: () => Promise<{ default: ComponentType<ViewProps> }>;
}

/** Every view, in the order of the navigation. Each is a file of its own, loaded when it is first gone to. */
export const views: readonly View[] = [
    { name: 'read', title: shell.views.read, load: () => import('./views/read/index') },
    { name: 'shelf', title: shell.views.shelf, load: () => import('./views/shelf/index') },
    { name: 'pair', title: shell.views.pair, load: () => import('./views/pair/index') },
    { name: 'whatif', title: shell.views.whatif, load: () => import('./views/whatif/index') },
    { name: 'forecasts', title: shell.views.forecasts, load: () => import('./views/forecasts/index') },
    { name: 'record', title: shell.views.record, load: () => import('./views/record/index') },
    { name: 'manual', title: shell.views.manual, load: () => import('./views/manual/index') },
    // All parts on one page, to look at; not in what is released.
    ...(DEVELOP ? [{ name: 'parts', title: 'Parts', listed: false as const, load: () => import('./views/parts/index') }] : []),
];
