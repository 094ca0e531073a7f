import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

export interface Tab {
    id: string;
    label: ComponentChildren;
    panel: () => ComponentChildren;
}

/** Tabs as a keyboard expects them: one stop, arrows between them, Home and End. Keep `selected` in the address (`useQuery`). */
export function Tabs({ label, tabs, selected, onSelect }: { label: string; tabs: readonly Tab[]; selected: string; onSelect: (id: string) => void }) {
    const base = useId();
    const row = useRef<HTMLDivElement>(null);
    const current = tabs.find((tab) => tab.id === selected) ?? tabs[0];
    if (!current) return null;
    const at = tabs.indexOf(current);
    const go = (to: number) => {
        const tab = tabs[(to + tabs.length) % tabs.length]!;
        onSelect(tab.id);
        row.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(tab.id)}"]`)?.focus();
    };
    const pressed = (event: KeyboardEvent) => {
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        go(to);
    };
    return (
        <div>
            <div class="tabs" role="tablist" aria-label={label} ref={row} onKeyDown={pressed}>
                {tabs.map((tab) => (
                    <button
                        key={tab.id}
                        type="button"
                        role="tab"
                        data-tab={tab.id}
                        id={`${base}-t-${tab.id}`}
                        aria-selected={tab === current}
                        aria-controls={tab === current ? `${base}-p` : undefined}
                        tabIndex={tab === current ? 0 : -1}
                        onClick={() => onSelect(tab.id)}
                    >
                        {tab.label}
                    </button>
                ))}
            </div>
            <div class="panel" role="tabpanel" id={`${base}-p`} aria-labelledby={`${base}-t-${current.id}`} tabIndex={0} key={current.id}>
                {current.panel()}
            </div>
        </div>
    );
}
