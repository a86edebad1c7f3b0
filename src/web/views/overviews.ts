/** The views of the whole graph, the table and the page for curators: one script, which the other views do not load. */
export { Curator } from './curator.tsx';
export { Matrix } from './matrix.tsx';
