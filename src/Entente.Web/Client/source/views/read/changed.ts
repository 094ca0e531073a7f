import { createStore } from '../../store';

/** Grows when something was put on the shelf or taken off it: whatever lists texts asks again. */
export const shelfChanges = createStore(0);

export const shelfChanged = (): void => shelfChanges.set((n) => n + 1);
