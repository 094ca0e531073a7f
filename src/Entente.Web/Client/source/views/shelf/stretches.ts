import { type Asking, get } from '../../api';
import type { ShelfPage } from './types';

/** What the server gives at once, at most. */
const MOST = 500;

/** A list of any length, asked for in as many stretches as it takes and put together: what is said of the whole is the last one's word. */
export async function inStretches(path: string, asking: Asking): Promise<ShelfPage> {
    const address = new URL(path, location.href);
    const limit = Number(address.searchParams.get('limit'));
    // What is put on the shelf meanwhile moves the rest on: nothing is listed twice.
    const items = new Map<string, ShelfPage['items'][number]>();
    let asked = 0;
    for (;;) {
        const most = Math.min(MOST, limit - asked);
        address.searchParams.set('limit', String(most));
        const page = await get<ShelfPage>(address.pathname + address.search, asking);
        for (const row of page.items) items.set(row.id, row);
        asked += most;
        if (page.next === null || asked >= limit) return { ...page, items: [...items.values()] };
        address.searchParams.set('cursor', page.next);
    }
}
