// Loaded before the program (`node --import`): the clock stands at FIXED_NOW, and what a bag says of Node is FIXED_NODE
// and FIXED_ICU, so that the same command writes the same bytes at any time and on any version of Node.
import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';

const { FIXED_NOW, FIXED_NODE, FIXED_ICU } = process.env;

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(FIXED_NOW);
    else super(...parts);
  }

  static now() {
    return RealDate.parse(FIXED_NOW);
  }
};

const versions = { ...process.versions, node: FIXED_NODE, icu: FIXED_ICU };
Object.defineProperty(process, 'versions', { value: versions, enumerable: true });

// The program chooses flags of V8 by the version of Node; those of the other version may be unknown to this one.
v8.setFlagsFromString = () => undefined;
syncBuiltinESMExports();
