import type { ViewProps } from '../../views';
import { Editor } from './Editor';
import { List } from './List';

/** Scenarios and arguments: the list, or one of them. */
export default function View({ parts }: ViewProps) {
    return <div class="view view-whatif">{parts[0] === undefined ? <List /> : <Editor key={parts[0]} id={parts[0]} />}</div>;
}
