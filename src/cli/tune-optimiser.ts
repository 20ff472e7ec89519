import { setFlagsFromString } from 'node:v8';

/** What is run of WebAssembly before it is optimised, in bytes or so; V8 itself waits for 1.8 million (Node 20) or 13 million. */
const wasm = '--wasm-tiering-budget=100000000';

/** By the major version of Node: V8 names the same thing in other words from version to version. */
const flags: Readonly<Record<string, readonly string[]>> = {
  20: ['--interrupt-budget=1000000', wasm],
  22: ['--invocation-count-for-turbofan=30000', wasm],
  24: ['--invocation-count-for-turbofan=30000', wasm],
};

/**
 * Has V8 optimise only functions that run much longer than usual, since most run too little to repay it. Memory is the same. Of
 * another version nothing is known, and nothing is done.
 */
export function tuneOptimiser(nodeVersion: string): void {
  const [major = ''] = nodeVersion.split('.');
  for (const flag of flags[major] ?? []) setFlagsFromString(flag);
}
