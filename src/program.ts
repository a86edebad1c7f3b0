/** The entry points of the bundle. Each module is loaded when its function is called; `loadWorker` is for a worker thread. */
export const cli = () => import('./cli.ts');
export const server = () => import('./server.ts');
export const loadWorker = () => import('./server/load-worker.ts');
