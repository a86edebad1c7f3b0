/** The error for an operation that costs too much, with the arithmetic, and the total as an answer reports it. */
import { GraphQLError } from 'graphql';
import type { OperationCost, CostedField } from './cost-analysis.ts';

/** The total in whole units, rounded up. */
export function totalOf({ request, fields }: Pick<OperationCost, 'request' | 'fields'>): number {
  return Math.ceil(fields.reduce((sum, { cost }) => sum + cost, request));
}

const shown = (number: number): string => Math.ceil(number).toLocaleString('en');
const mostShown = 3;

/** Makes the COST_EXCEEDED error: the cost, the limit, and the fields that cost most, the most expensive first. */
export function costExceeded(priced: OperationCost, allowed: number): GraphQLError {
  const { fields } = priced;
  const requested = totalOf(priced);
  const dearest = [...fields].sort((a, b) => b.cost - a.cost);
  const arithmetic = dearest.slice(0, mostShown).map((field) => `${sizes(field)} = ${shown(field.cost)}`);
  if (dearest.length > mostShown)
    arithmetic.push(
      `${shown(dearest.length - mostShown)} more fields = ${shown(dearest.slice(mostShown).reduce((sum, { cost }) => sum + cost, 0))}`,
    );
  arithmetic.push(`the request itself = ${shown(priced.request)}`);
  return new GraphQLError(
    `Too much for one request: cost up to ${shown(requested)} of ${shown(allowed)} allowed: ${arithmetic.join('; ')}. Ask for smaller pages, fewer pairs, or less of each.`,
    {
      extensions: {
        code: 'COST_EXCEEDED',
        limit: 'cost',
        asked: requested,
        allowed,
        http: { spec: true, status: 400 },
      },
    },
  );
}

/** The sizes along the most expensive path below a root field, such as "plans 100 x rules 100 x citations 3". */
function sizes(root: CostedField): string {
  let text = root.name;
  let isBare = true;
  for (let field: CostedField | null = root; field !== null; field = field.dearest) {
    const isSized = field.count !== 1;
    if (field !== root && !field.isNameless && (isSized || field.dearest?.isNameless === true)) {
      text += ` x ${field.name}`;
      isBare = true;
    }
    if (!isSized) continue;
    text += `${isBare ? ' ' : ' x '}${field.count.toLocaleString('en')}`;
    isBare = false;
  }
  return text;
}
