// The tests are TypeScript, which Node 20 does not run: vite, which compiles them, loads the runner too.
import process from 'node:process';
import { createViteServer } from 'vitest/node';

const server = await createViteServer({
  configFile: false,
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null, ws: false },
});
try {
  const { mutate } = await server.ssrLoadModule('/tests/mutation/mutate.ts');
  process.exitCode = await mutate(process.argv.slice(2), process.cwd());
} finally {
  await server.close();
}
