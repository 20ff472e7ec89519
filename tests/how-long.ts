/** Whether this is `npm run test:long`: the files of tests that import this, in full. */
export const isLong: boolean = process.env['TAGLEAF_TESTS'] === 'long';
