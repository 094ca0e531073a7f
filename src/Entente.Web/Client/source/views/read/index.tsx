import { Heading } from '../../parts/Heading';
import { Empty } from '../../parts/States';
import type { ViewProps } from '../../views';
import { read as words } from '../../words/read';

export default function View(_: ViewProps) {
    return (
        <div class="view view-read">
            <Heading title={words.title} />
            <Empty title={words.title} />
        </div>
    );
}
