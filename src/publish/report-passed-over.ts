import { posix } from 'node:path';
import type { Message } from '../diagnostics/message.ts';
import type { PassedOver } from '../project/find-files.ts';
import type { PassedOverWhy } from '../project/passed-over.ts';
import { reportRule } from './rules.ts';

const because: Readonly<Record<PassedOverWhy, string>> = {
  hidden: 'its name begins with a full stop',
  link: 'it is a symbolic link',
  output: 'it is the folder that is written to',
  packages: 'installed packages stand there',
  generated: 'a site generator writes it',
  own: 'the site generator keeps its own files there',
  drafts: 'Jekyll keeps drafts there, which --drafts reads',
  underscore: 'its name begins with `_`',
  readme: 'it tells of the source of the site, and is no page of it',
  contents: 'it is the list of the chapters',
  knitted: 'the Markdown that was made of it stands beside it, with what its code says',
  mirror: 'HTTrack keeps its own files there',
  mdx: 'it is MDX, a program with Markdown in it, which is not run',
};

/** Why a name is not read, as a clause. */
export function passedOverBecause(why: PassedOverWhy): string {
  return because[why];
}

/** So many names of a kind are told; of the others, how many there are. */
const mostNames = 20;

/** What was not read though it holds Markdown, each name once, with how often it occurs. */
export function reportPassedOver(passedOver: readonly PassedOver[]): readonly Message[] {
  const names = new Map<string, { first: PassedOver; count: number }>();
  for (const each of passedOver) {
    const key = JSON.stringify([each.why, posix.basename(each.file)]);
    const known = names.get(key);
    if (known) known.count += 1;
    else names.set(key, { first: each, count: 1 });
  }
  const told = new Map<PassedOverWhy, number>();
  return [...names.values()].flatMap(({ first: { file, why }, count }) => {
    const before = told.get(why) ?? 0;
    told.set(why, before + 1);
    if (before > mostNames) return [];
    if (before === mostNames) {
      const rest = [...names.values()].filter(({ first }) => first.why === why).length - mostNames;
      return [
        reportRule('input-passed-over', {
          reason: `Not read, as ${rest - 1} more names: ${because[why]}`,
          file,
        }),
      ];
    }
    const others = count === 1 ? '' : `, as ${count - 1} more of this name`;
    return [reportRule('input-passed-over', { reason: `Not read${others}: ${because[why]}`, file })];
  });
}
