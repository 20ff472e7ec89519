/** What a worker tells the processes that it makes orders in, by their environment. */
export const environment = { store: 'TAGLEAF_WORKER_STORE', name: 'TAGLEAF_WORKER_NAME' } as const;
