/**
 * Limits how deeply a YAML text may nest, before it is parsed. The parser is recursive, so a text that nests deeply enough
 * would overflow the stack and end the process. Data files are five or six levels deep.
 */
import { CST, Lexer } from 'yaml';

const DEEPEST_FLOW = 50;
const WIDEST_INDENT = 200;
const MOST_INDICATORS_IN_A_LINE = 30;
/** A normal data file of the largest allowed size has a third of this number. */
const MOST_TOKENS = 600_000;

const STARTS = new Set(['flow-map-start', 'flow-seq-start']);
const ENDS = new Set(['flow-map-end', 'flow-seq-end']);
const INDICATORS = new Set([
  'seq-item-ind',
  'explicit-key-ind',
  'map-value-ind',
  'anchor',
  'tag',
  'alias',
  'doc-start',
  'doc-end',
  'directive-line',
]);

/** Why the text must not be parsed, as a clause (too deep, or too many tokens); null where it may be. */
export function nestingProblem(text: string): string | null {
  let flow = 0;
  let indicators = 0;
  let isLineStart = true;
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token) ?? '';
    if (STARTS.has(type)) flow += 1;
    else if (ENDS.has(type)) flow -= 1;
    else if (INDICATORS.has(type) && flow <= 0) indicators += 1;
    if (isLineStart && type === 'space' && token.length > WIDEST_INDENT) return 'it is indented too far';
    if (flow > DEEPEST_FLOW || indicators > MOST_INDICATORS_IN_A_LINE) return 'it is nested too deeply';
    if (++tokens > MOST_TOKENS) return 'it has too many parts';
    isLineStart = type === 'newline' || token.includes('\n');
    if (isLineStart) indicators = 0;
  }
  return null;
}
