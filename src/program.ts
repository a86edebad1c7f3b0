/** The entry points of the bundle. Each module is loaded when its function is called. */
export const cli = () => import('./cli.ts');
export const server = () => import('./server.ts');
