/** `npm run report:federation`: how fast entities are found and answered, and what a gateway in between costs. No test holds a time. */
import { execute, parse } from 'graphql';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { context } from '../schema/ask.ts';
import { lacksGateway } from './installed.ts';
import { start } from './servers.ts';
import { members } from './siblings/rows.ts';

const { schema } = coverageSubgraph();
const ROUNDS = 50;

function perSecond(representations: readonly object[], selection: string): number {
  const document = parse(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
  );
  const once = (): unknown => execute({ schema, document, variableValues: { representations }, contextValue: context });
  for (let round = 0; round < ROUNDS / 5; round += 1) once();
  const from = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) once();
  return ((representations.length * ROUNDS) / (performance.now() - from)) * 1_000;
}

/** Milliseconds for one question, asked one after the other. */
async function roundTrip(ask: () => Promise<unknown>): Promise<number> {
  for (let round = 0; round < ROUNDS; round += 1) await ask();
  const from = performance.now();
  for (let round = 0; round < 2 * ROUNDS; round += 1) await ask();
  return (performance.now() - from) / (2 * ROUNDS);
}

const say = (what: string, much: number, unit: string): void => {
  process.stdout.write(`${what}: ${much.toLocaleString('en', { maximumSignificantDigits: 3 })} ${unit}\n`);
};
const plans = [...context.graph.plans.keys()];
const many = (count: number, each: (index: number) => object): object[] =>
  Array.from({ length: count }, (_, index) => each(index));
const ofCase = { __typename: 'CoverageCase', key: 'tricare-prime +prescribed -referral @PR' };
const coverage = 'coverage(of: { service: "massage-therapy" })';

say(
  'Plans by slug',
  perSecond(
    many(1_000, (index) => ({ __typename: 'Plan', slug: plans[index % plans.length] })),
    '... on Plan { slug name }',
  ),
  'a second',
);
say(
  'Cases by key',
  perSecond(
    many(1_000, () => ofCase),
    '... on CoverageCase { plan { name } }',
  ),
  'a second',
);
say(
  'Cases answered, with their proof',
  perSecond(
    many(20, () => ofCase),
    `... on CoverageCase { ${coverage} { status proof { text restsOn citations { says } } } }`,
  ),
  'a second',
);

if (lacksGateway !== null) process.stdout.write(`Not measured: the gateway, for want of ${lacksGateway}\n`);
else {
  const servers = await start('guild', [members]);
  const query = `{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { status } }`;
  const headers = { 'content-type': 'application/json' };
  say(
    'One question, directly',
    await roundTrip(async () =>
      (await fetch(servers.own.url, { method: 'POST', headers, body: JSON.stringify({ query }) })).json(),
    ),
    'ms',
  );
  say('The same, through the gateway', await roundTrip(() => servers.gateway.ask(query)), 'ms');
  say(
    "A member's planned care, over two graphs",
    await roundTrip(() => servers.gateway.ask(`{ member(id: "1") { planned { case { ${coverage} { status } } } } }`)),
    'ms',
  );
  await servers.close();
}
