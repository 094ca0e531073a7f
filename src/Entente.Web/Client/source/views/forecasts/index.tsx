import { Heading } from '../../parts/Heading';
import { Empty } from '../../parts/States';
import type { ViewProps } from '../../views';
import { forecasts as words } from '../../words/forecasts';

export default function View(_: ViewProps) {
    return (
        <div class="view view-forecasts">
            <Heading title={words.title} />
            <Empty title={words.title} />
        </div>
    );
}
