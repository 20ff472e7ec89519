import { setFlagsFromString } from 'node:v8';
import type { OnEvent } from '../publish/build-event.ts';

/** Of fewer, the heap does not come to grow. */
const manyTasks = 200;

/** In percent of what is in use; V8 lets a heap of this size grow to the double and more before it looks what of it is gone. */
const growth = '--heap-growing-percent=70';

/** The major versions of Node of which it is known. */
const known: ReadonlySet<string> = new Set(['20', '22', '24']);

/**
 * Tells of events, and when the run turns out to be one of many posts has V8 look for what is gone before the heap has grown by more
 * than 70 %: such a run takes a fifth less memory, which stays the same however many posts there are, for some hundredths of its time.
 */
export function boundingHeap(onEvent: OnEvent, nodeVersion: string): OnEvent {
  const [major = ''] = nodeVersion.split('.');
  return (event) => {
    if (event.type === 'run-started' && event.total >= manyTasks && known.has(major))
      setFlagsFromString(growth);
    onEvent(event);
  };
}
