/**
 * Of a test and of what prepares it, milliseconds: against what hangs, and for nothing else. How long work takes is held by
 * tests that measure CPU; machines do other things at once.
 */
export const testTimeout = 600_000;
