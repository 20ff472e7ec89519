import { setextUnderline } from 'micromark-core-commonmark';
import type { Processor } from 'unified';
import { appendAll } from '../../lists/append-all.ts';
import type { Construct, Events } from './micromark-construct.ts';

/** The line below the words of a heading, by the name that its work is counted under. */
export const underlineName = 'underline';

/**
 * A remark plugin, before all others: underlined headings as the parser knows them, but that only what stands in the paragraph of a
 * heading is put in its new order. The parser makes all events anew that were read before it (micromark-core-commonmark 2.0.4):
 * 8,000 headings take half a minute.
 */
export function underlineHeadings(this: Processor): void {
  const data = this.data();
  const extension = {
    flow: { [equals]: underline, [hyphen]: underline },
    disable: { null: [setextUnderline.name ?? ''] },
  };
  data.micromarkExtensions = [extension, ...(data.micromarkExtensions ?? [])];
}

const [equals, hyphen] = [0x3d, 0x2d];

const underline: Construct = {
  ...setextUnderline,
  name: underlineName,
  resolveTo: (events, context) => {
    const paragraph = events.splice(events.length - openEvents(events));
    appendAll(events, setextUnderline.resolveTo?.(paragraph, context) ?? paragraph);
    return events;
  },
};

/** How many events stand behind where the last paragraph begins, with its begin. */
export function openEvents(events: Events): number {
  const from = events.findLastIndex(([step, { type }]) => step === 'enter' && type === 'content');
  return events.length - Math.max(from, 0);
}
