import { setFlagsFromString } from 'node:v8';

/** By the major version of Node: V8 names the same thing in other words from version to version. */
const flags: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=1000000',
  22: '--invocation-count-for-turbofan=30000',
  24: '--invocation-count-for-turbofan=30000',
};

/**
 * Has V8 optimise only functions that run much longer than usual: a run uses most of them too little to repay it. A book of 246
 * posts takes a quarter less CPU time on Node 20, a fifth on 22, a tenth on 24; a single post is as before. Of another version
 * nothing is known, and nothing is done.
 */
export function tuneOptimiser(nodeVersion: string): void {
  const [major = ''] = nodeVersion.split('.');
  const flag = flags[major];
  if (flag !== undefined) setFlagsFromString(flag);
}
