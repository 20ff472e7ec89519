import { setFlagsFromString } from 'node:v8';

/** By the major version of Node: V8 names the same thing in other words from version to version. */
const flags: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=1000000',
  22: '--invocation-count-for-turbofan=30000',
  24: '--invocation-count-for-turbofan=30000',
};

/**
 * Has V8 optimise only functions that run much longer than usual, since most run too little to repay it. On Node 20 one post takes
 * 0.84 of the CPU time, forty 0.83, one of a megabyte 0.80; on 22 it is 0.90, 0.85 and 0.89, on 24 1.02, 0.9 and 1.03. Memory is
 * the same. Of another version nothing is known, and nothing is done.
 */
export function tuneOptimiser(nodeVersion: string): void {
  const [major = ''] = nodeVersion.split('.');
  const flag = flags[major];
  if (flag !== undefined) setFlagsFromString(flag);
}
