import module from 'node:module';

/**
 * Has Node keep what it compiles of the program, in its folder of temporary files or in that of `NODE_COMPILE_CACHE`, so that the next
 * command need not compile it; `NODE_DISABLE_COMPILE_CACHE=1` forbids it. Node 20 has nothing of the kind.
 */
export function keepCompiled(): void {
  // The types are those of Node 20; a method of 22.8 and newer.
  const enable: unknown = Reflect.get(module, 'enableCompileCache');
  if (typeof enable === 'function') enable.call(module);
}
