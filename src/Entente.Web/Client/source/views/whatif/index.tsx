import { Heading } from '../../parts/Heading';
import { Empty } from '../../parts/States';
import type { ViewProps } from '../../views';
import { whatif as words } from '../../words/whatif';

export default function View(_: ViewProps) {
    return (
        <div class="view view-whatif">
            <Heading title={words.title} />
            <Empty title={words.title} />
        </div>
    );
}
