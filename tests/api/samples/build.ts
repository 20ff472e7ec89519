import { openTagleaf } from 'tagleaf';

const tagleaf = await openTagleaf('tagleaf.yaml');
const report = await tagleaf.build({ inputs: ['posts'], out: 'out', verify: true });
for (const { path, claims } of report.files) console.log(path, claims.join(', '));
await tagleaf.close();
