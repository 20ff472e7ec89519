import { EditMap } from 'micromark-util-edit-map';
import type { Processor } from 'unified';
import { appendAll } from '../../lists/append-all.ts';
import type { Events } from './micromark-construct.ts';

/**
 * A remark plugin, before all others: has the parser put events in their new order from the first that is moved. It makes all events anew
 * that were read before it (micromark-util-edit-map 1.0.0), at each list or quotation that ends and at each underlined heading: a post
 * with 8,000 lists takes half a minute, and a book a quarter more.
 */
export function editInPlace(this: Processor): void {
  EditMap.prototype.consume = consumeInPlace;
}

function consumeInPlace(this: EditMap, events: Events): undefined {
  const changes = this.map.toSorted(([first], [second]) => first - second);
  this.map.length = 0;
  this.index.clear();
  const [from = events.length] = changes[0] ?? [];
  const moved = events.splice(from);
  let done = 0;
  for (const [at, removed, added] of changes) {
    appendAll(events, moved.slice(done, at - from));
    appendAll(events, added);
    done = at - from + removed;
  }
  appendAll(events, moved.slice(done));
}
