import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BagRuleId } from '../../../src/bag/rules.ts';
import { verifyBag } from '../../../src/bag/verify-bag.ts';
import { recordProfile as profile } from '../../../src/terms/record-profile.ts';
import { makeBag } from '../../bag/make-bag.ts';
import { mutations } from '../../bag/mutations.ts';
import { temporaryFolder } from '../../publish/temporary-folder.ts';
import type { Case, Cases, Told } from './case.ts';

function verify(change: (folder: string) => void): Told {
  return async () => {
    const folder = join(await temporaryFolder({}), 'samples-0001_v0001');
    await makeBag(folder);
    change(folder);
    const { findings } = await verifyBag(folder, { profile });
    return findings.map(({ kind, path, reason }) => `${kind} ${path} ${reason}`);
  };
}

/** The first of the mutations that a kind is seen in, beside one that is seen as something else. */
function mutated(kind: BagRuleId): Case | undefined {
  const has = ({ ours }: (typeof mutations)[number]): boolean => ours.some(([found]) => found === kind);
  const bad = mutations.find(has);
  const good = mutations.findLast((mutation) => !has(mutation));
  return bad && good && { bad: verify(bad.change), good: verify(good.change) };
}

const put = (name: string): Told => verify((folder) => writeFileSync(join(folder, 'data', name), ''));

/** Rules on bags: mutations of a sealed one, and what no mutation makes. */
export function bagCases(kinds: readonly BagRuleId[]): Cases {
  const own: Partial<Record<BagRuleId, Case>> = {
    unreadable: {
      bad: async () => {
        const folder = join(await temporaryFolder({}), 'bag');
        const { findings } = await verifyBag(folder, { profile });
        return findings.map(({ kind, path, reason }) => `${kind} ${path} ${reason.replaceAll(folder, 'BAG')}`);
      },
      good: verify(() => undefined),
    },
    'name-encoding': {
      bad: verify((folder) => {
        writeFileSync(Buffer.concat([Buffer.from(join(folder, 'data/')), Buffer.from([0xff])]), '');
      }),
      good: put('\u00ff'),
    },
    'name-clash': {
      bad: verify((folder) => mkdirSync(join(folder, 'data/SOURCE'))),
      good: verify((folder) => mkdirSync(join(folder, 'data/sources'))),
    },
    'name-not-normalised': { bad: put('e\u0301.txt'), good: put('\u00e9.txt') },
  };
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const made = own[kind] ?? mutated(kind);
      return made ? [[kind, made] as const] : [];
    }),
  );
}
