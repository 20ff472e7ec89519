// Preloaded with `node --import`: every clock that asks `Date` stands still at TAGLEAF_FIXED_CLOCK.
const at = Date.parse(process.env.TAGLEAF_FIXED_CLOCK ?? '');
if (Number.isNaN(at)) throw new Error('TAGLEAF_FIXED_CLOCK must be an instant');

// A proxy and not a subclass, so that the dates of `fs.stat` are still instances of it.
globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [at], newTarget),
  apply: (target) => new target(at).toString(),
  get: (target, key) => (key === 'now' ? () => at : Reflect.get(target, key)),
});
