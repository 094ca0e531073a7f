import { Heading } from '../../parts/Heading';
import { Empty } from '../../parts/States';
import type { ViewProps } from '../../views';
import { pair as words } from '../../words/pair';

export default function View(_: ViewProps) {
    return (
        <div class="view view-pair">
            <Heading title={words.title} />
            <Empty title={words.title} />
        </div>
    );
}
