// Fills and seals a bag, or verifies one; prints CPU and wall time of that step alone.
import { mkdirSync } from 'node:fs';
import { addFile } from '../../dist/lib/bag/add-file.js';
import { sealBag } from '../../dist/lib/bag/seal-bag.js';
import { verifyBag } from '../../dist/lib/bag/verify-bag.js';

const [, , step, folder, from] = process.argv;
const info = [
  ['Source-Organization', 'Department of Samples'],
  ['External-Description', 'A large file and many small ones.'],
  ['Bagging-Date', '2026-11-23'],
  ['External-Identifier', 'large-0001'],
  ['Record-Version', '1'],
  ['Record-Title', 'Large'],
  ['Disposition', 'unscheduled'],
  ['Ledger-Head', '0'.repeat(64)],
  ['Tool', 'Tagleaf'],
];
const before = process.cpuUsage();
const start = performance.now();
if (step === 'seal') {
  mkdirSync(folder);
  const payload = [await addFile({ folder, from, to: 'data/renderings/large.pdf', role: 'record-copy' })];
  for (let index = 0; index < 1000; index += 1) {
    const to = `data/source/${index}.md`;
    payload.push(await addFile({ folder, from: Buffer.from(`Post ${index}`), to, role: 'source' }));
  }
  await sealBag({ folder, payload, info, tagFiles: [] });
} else {
  const report = await verifyBag(folder);
  if (!report.valid) throw new Error(JSON.stringify(report.findings));
}
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ stepMs: (user + system) / 1000, wallMs: performance.now() - start }));
