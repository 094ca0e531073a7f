import { Heading } from '../../parts/Heading';
import { Empty } from '../../parts/States';
import type { ViewProps } from '../../views';
import { manual as words } from '../../words/manual';

export default function View(_: ViewProps) {
    return (
        <div class="view view-manual">
            <Heading title={words.title} />
            <Empty title={words.title} />
        </div>
    );
}
