/** Asks of the data set beside this file: the primary sources with the article, as it is to be served once the checker of answers keeps up with it. */
import { type Ask, askOf, graphIn } from '../golden/ask.ts';

export { ARTICLE, plain, type Ask } from '../golden/ask.ts';
export const graph = await graphIn(new URL('./data', import.meta.url));
export const ask = (asked: Ask) => askOf(graph, asked);
