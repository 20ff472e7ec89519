// The fuzzer is TypeScript, which Node 20 does not run: vite, which compiles the tests, loads it.
import process from 'node:process';
import { createViteServer } from 'vitest/node';

const server = await createViteServer({
  configFile: false,
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null, ws: false },
});
try {
  const { fuzz } = await server.ssrLoadModule('/tests/fuzz/fuzz.ts');
  process.exitCode = await fuzz(process.argv.slice(2), process.cwd());
} finally {
  await server.close();
}
