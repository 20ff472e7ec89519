import { setFlagsFromString } from 'node:v8';

/** By the major version of Node: V8 names the same thing in other words from version to version. */
const flags: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=1000000',
  22: '--invocation-count-for-turbofan=30000',
  24: '--invocation-count-for-turbofan=30000',
};

/**
 * For runs over many posts: has V8 optimise only functions that run much longer than usual, since most run too little to repay
 * it. A book of 246 posts takes a quarter less CPU time on Node 20, a fifth on 22, a tenth on 24. A single post of a megabyte
 * would take more memory, because its garbage is made faster than it is collected. Of another version nothing is known, and
 * nothing is done.
 */
export function tuneOptimiser(nodeVersion: string): void {
  const [major = ''] = nodeVersion.split('.');
  const flag = flags[major];
  if (flag !== undefined) setFlagsFromString(flag);
}
