// Preloaded with `node --import`: a bag says which Node and which ICU it was made with, and the list must not.
const versions = { ...process.versions, node: '20.0.0', icu: '70.0' };
Object.defineProperty(process, 'versions', { value: versions });
