import { Heading } from '../../parts/Heading';
import { Empty } from '../../parts/States';
import type { ViewProps } from '../../views';
import { record as words } from '../../words/record';

export default function View(_: ViewProps) {
    return (
        <div class="view view-record">
            <Heading title={words.title} />
            <Empty title={words.title} />
        </div>
    );
}
