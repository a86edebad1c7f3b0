/** What the bundle holds: the ways in, each begun when it is called. */
export const cli = () => import('./cli.ts');
export const server = () => import('./server.ts');
