import type { ScanFinding } from './scan-finding.ts';

/** Headers that open something, that follow somebody, and that tell whence somebody asked. */
const kinds = [
  {
    rule: 'personal-credentials',
    what: 'Credentials',
    pattern: /^(?:proxy-)?authorization:[ \t]*\S/imu,
  },
  { rule: 'personal-cookies', what: 'Cookies', pattern: /^(?:set-)?cookie2?:[ \t]*\S/imu },
  {
    rule: 'personal-network-address',
    what: 'The network address of who asked',
    pattern:
      /^(?:x-forwarded-for|forwarded|x-real-ip|(?:x-|true-)?client-ip|cf-connecting-ip|fastly-client-ip|x-(?:cluster-client|originating|remote)-ip):[ \t]*\S/imu,
  },
] as const;

/** Headers of a record, and what was captured by it, for messages. */
export interface Heads {
  readonly text: string;
  readonly what: string;
}

/**
 * Headers of requests and answers that say something of who asked, each kind once with how many have it. None of it is told; a waiver names
 * the capture.
 */
export function scanHeads(
  heads: readonly Heads[],
  { file, matchSha256 }: { readonly file: string; readonly matchSha256: () => Promise<string> },
): Promise<readonly ScanFinding[]> {
  const found = kinds.flatMap(({ rule, what, pattern }) => {
    const having = heads.filter(({ text }) => pattern.test(text));
    const [first] = having;
    if (!first) return [];
    const more = having.length === 1 ? '' : `, and of ${having.length - 1} more`;
    return [{ rule, reason: `${what} in the headers of ${first.what}${more}` }];
  });
  return Promise.all(found.map(async (one) => ({ ...one, file, matchSha256: await matchSha256() })));
}
