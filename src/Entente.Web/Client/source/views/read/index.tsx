import type { ViewProps } from '../../views';
import { DropAnywhere } from './adding';
import { Reader } from './Reader';
import { Start } from './Start';

/** `/read`: open something. `/read/ID?claim=c7&show=contradicted&as-of=2024-06-12`: a text with its claims. */
export default function View({ parts }: ViewProps) {
    const id = parts[0];
    return (
        <>
            {id ? <Reader key={id} id={id} /> : <Start />}
            <DropAnywhere />
        </>
    );
}
