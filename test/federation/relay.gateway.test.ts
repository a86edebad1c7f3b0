/** Relay's compiler takes the public schema as it is printed: fragments that are fetched again, and pages that grow. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printSchema } from 'graphql';
import { describe, expect, onTestFinished, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { ask } from '../schema/ask.ts';
import { gatewayFolder } from './installed.ts';

const program = fileURLToPath(new URL('relay-compiler/cli.js', gatewayFolder));

/** Every entity with an id, refetched by it; a page within an entity, and one at the root. */
const ENTITIES = [
  'Plan',
  'Service',
  'Technique',
  'BillingCode',
  'Territory',
  'CoverageCondition',
  'CoverageRule',
  'SourceDocument',
  'SourceDisagreement',
];
const entity = (type: string): string =>
  `graphql\`fragment Components_${type} on ${type} @refetchable(queryName: "Components_${type}RefetchQuery") { __typename }\`;`;
const COMPONENTS = `
${ENTITIES.map(entity).join('\n')}
graphql\`fragment Components_plans on Query @argumentDefinitions(count: { type: "Int", defaultValue: 3 }, cursor: { type: "String" }) @refetchable(queryName: "Components_plansPaginationQuery") {
  plans(first: $count, after: $cursor) @connection(key: "Components_plans") { edges { node { id name } } }
}\`;
graphql\`fragment Components_rules on Plan @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) @refetchable(queryName: "Components_rulesPaginationQuery") {
  name
  rules(first: $count, after: $cursor) @connection(key: "Components_rules") { edges { node { slug } } }
}\`;
graphql\`fragment Components_answers on Service @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) @refetchable(queryName: "Components_answersPaginationQuery") {
  coverageByPlan(first: $count, after: $cursor) @connection(key: "Components_coverageByPlan", filters: []) { edges { node { status plan { name } } } }
}\`;
graphql\`query ComponentsQuery { ...Components_plans plan(slug: "tricare-prime") { ...Components_rules ...Components_Plan } service(slug: "massage-therapy") { ...Components_answers } }\`;
`;

function compiled(sdl: string, source = COMPONENTS) {
  const folder = mkdtempSync(join(tmpdir(), 'covergraph-relay-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'schema.graphql'), sdl);
  writeFileSync(join(folder, 'src', 'Components.ts'), source);
  writeFileSync(
    join(folder, 'relay.config.json'),
    JSON.stringify({ src: './src', schema: './schema.graphql', language: 'typescript' }),
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' });
  /** The text of an operation as Relay sends it. */
  const operation = (name: string): string => {
    const artifact = readFileSync(join(folder, 'src', '__generated__', `${name}.graphql.ts`), 'utf8');
    return JSON.parse(/"text": ("(?:[^"\\]|\\.)*")/.exec(artifact)?.[1] ?? '""') as string;
  };
  return { status, said: stdout + stderr, operation };
}

describe("Relay's compiler", () => {
  test('compiles @refetchable on the root and on every entity, and @connection on pages; what it makes of them is answered', () => {
    const { status, said, operation } = compiled(printSchema(schema));
    expect({ status, said }).toEqual({ status: 0, said: expect.any(String) as string });
    const first = ask<{ plans: { edges: unknown[]; pageInfo: { endCursor: string } }; plan: { id: string } }>(
      operation('ComponentsQuery'),
    );
    expect(first.plans.edges).toHaveLength(3);
    const next = ask<{ plans: { edges: unknown[] } }>(operation('Components_plansPaginationQuery'), {
      count: 1,
      cursor: first.plans.pageInfo.endCursor,
    });
    expect(next.plans.edges).toHaveLength(1);
    expect(first.plans.edges).not.toContainEqual(next.plans.edges[0]);
    expect(ask(operation('Components_rulesPaginationQuery'), { count: 1, id: first.plan.id })).toMatchObject({
      node: { name: 'TRICARE Prime', rules: { edges: [{}] } },
    });
    for (const type of ENTITIES) expect(operation(`Components_${type}RefetchQuery`)).toContain('node(id: $id)');
  });

  test('refuses a schema whose nodes cannot be asked for again, or whose pages do not end', () => {
    expect(compiled(printSchema(schema).replace('\n  node(', '\n  knot(')).status).not.toBe(0);
    expect(compiled(printSchema(schema).replaceAll('  endCursor: String\n', '')).status).not.toBe(0);
  });
});
