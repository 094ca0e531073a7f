import { Heading } from '../../parts/Heading';
import { Empty } from '../../parts/States';
import type { ViewProps } from '../../views';
import { shelf as words } from '../../words/shelf';

export default function View(_: ViewProps) {
    return (
        <div class="view view-shelf">
            <Heading title={words.title} />
            <Empty title={words.title} />
        </div>
    );
}
