/**
 * Larger graphs through a real gateway: four servers on this machine, one question over all of them. What a sibling knows
 * makes an answer firmer; a sibling that is down makes it vaguer or leaves a hole, and never makes it wrong.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, at } from '../schema/ask.ts';
import { COMPOSERS } from './composed.ts';
import { down, start, type Servers } from './servers.ts';
import { claims, clinics, directory, members, orders, required, visits } from './siblings/rows.ts';

const ARTICLE = 'accordingTo: ["medicare-massage-article"]';
const PROOF =
  'id status best summary proof { number kind text restsOn truth ground rule { slug } link { kind to { slug } } citations { locator says source { slug } } } rejectedRules { rule { slug } reason text } missing { slug } requirements { text state } assumptions dataVersion';

/** As the integrators' page shows it. */
const SHOWN =
  [...readFileSync(at('src/schema/README.md'), 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g)][1]?.[1] ?? '';
/** The same, and all that there is of a proof. */
const IS_IT_COVERED = `query IsThePlannedMassageCovered($id: ID!) {
  member(id: $id) {
    plan {
      name
      memberCount
      network { name }
      coverage(of: { service: "massage-therapy" }, ${ARTICLE}) { status missing { slug } }
    }
    planned {
      service { name }
      case { coverage(of: { service: "massage-therapy" }, ${ARTICLE}) { ${PROOF} } }
    }
    claims { units billingCode { name coverageByPlan(plans: ["tricare-prime"], ${ARTICLE}) { nodes { status } } } }
  }
}`;
interface Member {
  readonly plan: {
    readonly name: string;
    readonly memberCount: number | null;
    readonly network: { readonly name: string }[] | null;
    readonly coverage: { readonly status: string; readonly missing: { readonly slug: string }[] };
  } | null;
  readonly planned:
    | { readonly service: unknown; readonly case: { readonly coverage: { readonly status: string } | null } | null }[]
    | null;
  readonly claims: { readonly units: number; readonly billingCode: unknown }[] | null;
}
async function member({ gateway }: Servers, id: string, question = IS_IT_COVERED) {
  const { data, errors = [] } = await gateway.ask(question, { id });
  return { member: data?.['member'] as Member | null, errors };
}

describe.each(COMPOSERS)('with members, claims and a provider directory, composed by %s', (composer) => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await start(composer, [members, claims, directory]);
  });
  afterAll(() => servers.close());

  test('one query over four graphs is answered: COVERED, by a plan whose general answer is CONDITIONAL', async () => {
    const { member: found, errors } = await member(servers, '1', SHOWN);
    expect(errors).toEqual([]);
    expect(found?.plan).toMatchObject({
      name: 'TRICARE Prime',
      memberCount: 3,
      network: [{ name: 'Harbor Physical Therapy' }],
      coverage: { status: 'CONDITIONAL' },
    });
    expect(found?.planned).toMatchObject([
      { service: { name: 'Massage therapy' }, case: { coverage: { status: 'COVERED', best: 'COVERED' } } },
    ]);
    expect(found?.claims).toMatchObject([
      {
        units: 2,
        billingCode: { name: 'Code 97124 (massage)', coverageByPlan: { nodes: [{ status: 'CONDITIONAL' }] } },
      },
    ]);
  });

  test('facts of the members graph can also make the answer NOT_COVERED', async () => {
    const { member: found } = await member(servers, '2');
    expect([found?.plan?.coverage.status, found?.planned?.[0]?.case?.coverage?.status]).toEqual([
      'CONDITIONAL',
      'NOT_COVERED',
    ]);
  });

  test('the answer is the same as when asked directly, step for step', async () => {
    const { member: found } = await member(servers, '1');
    const direct = ask<{ coverage: unknown }>(
      `{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }, given: { met: ["prescribed", "part-of-physical-therapy-program"] }, ${ARTICLE}) { ${PROOF} } }`,
    );
    expect(found?.planned?.[0]?.case?.coverage).toEqual(direct.coverage);
    expect((direct.coverage as { proof: unknown[] }).proof.length).toBeGreaterThan(10);
  });

  test('an unknown name in a key is an error at that answer, with what was meant, and the rest stands', async () => {
    const { member: found, errors } = await member(servers, '3');
    expect(found?.plan?.coverage.status).toBe('CONDITIONAL');
    expect(found?.planned).toMatchObject([{ service: { name: 'Massage therapy' }, case: { coverage: null } }]);
    expect(errors).toMatchObject([
      {
        path: ['member', 'planned', 0, 'case', 'coverage'],
        extensions: { code: 'UNKNOWN_CONDITION', value: 'prescribd', suggestions: [{ slug: 'prescribed' }] },
      },
    ]);
  });

  test('a subject named in two ways is refused, by the gateway or by this graph', async () => {
    const { data, errors } = await servers.gateway.ask(
      '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy", billingCode: "97124" }) { status } }',
    );
    expect(data?.['coverage'] ?? null).toBeNull();
    expect(errors?.[0]?.message).toMatch(/SubjectInput|exactly one/i);
  });

  test('one question costs this graph three requests at most, whatever it points at', async () => {
    const before = servers.own.asked();
    await member(servers, '1');
    expect(servers.own.asked() - before).toBeLessThanOrEqual(3);
  });

  test('nothing is logged, so no key is', () => {
    expect(servers.logged).toEqual([]);
  });
});

describe('with siblings down', () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await start('guild', [members, claims, directory]);
  });
  afterAll(() => servers.close());

  test('the directory: the network is unknown, and coverage is answered as before', async () => {
    await down(servers, 'directory');
    const { member: found, errors } = await member(servers, '1');
    expect(found?.plan?.network).toBeNull();
    expect(errors.map(({ path }) => path)).toEqual([['member', 'plan', 'network']]);
    expect([found?.plan?.coverage.status, found?.planned?.[0]?.case?.coverage?.status]).toEqual([
      'CONDITIONAL',
      'COVERED',
    ]);
  });

  test('claims as well: no claim is shown, which is null and not an empty list', async () => {
    await down(servers, 'claims');
    const { member: found, errors } = await member(servers, '1');
    expect(found?.claims).toBeNull();
    expect(errors).toHaveLength(2);
    expect(found?.planned?.[0]?.case?.coverage?.status).toBe('COVERED');
  });

  test('members as well: what the plan says in general is all that is left, and it is not made firmer', async () => {
    await down(servers, 'members');
    expect((await member(servers, '1')).member).toBeNull();
    const { data, errors } = await servers.gateway.ask(
      `{ plan(slug: "tricare-prime") { memberCount coverage(of: { service: "massage-therapy" }, ${ARTICLE}) { status best } } }`,
    );
    expect(data?.['plan']).toEqual({ memberCount: null, coverage: { status: 'CONDITIONAL', best: 'COVERED' } });
    expect(errors?.map(({ path }) => path)).toEqual([['plan', 'memberCount']]);
  });
});

test('with this graph down, its siblings still say what they know, and of coverage nothing is said', async () => {
  const servers = await start('guild', [members, claims, directory]);
  try {
    await servers.own.close();
    const { member: found, errors } = await member(servers, '1');
    expect(found).toMatchObject({
      plan: null,
      planned: [{ service: null, case: { coverage: null } }],
      claims: [{ units: 2, billingCode: null }],
    });
    expect(errors.length).toBeGreaterThan(0);
  } finally {
    await servers.close();
  }
});

describe('with a subgraph that requires fields of two others', () => {
  const VISIT = `{ visit(id: "7") { case { key coverage(of: { service: "massage-therapy" }, ${ARTICLE}) { status best missing { slug } } } } }`;
  const visit = async ({ gateway }: Servers) => {
    const { data, errors } = await gateway.ask(VISIT);
    return { case: (data?.['visit'] as { case: { key: string; coverage: unknown } | null } | null)?.case, errors };
  };
  let servers: Servers;
  beforeAll(async () => {
    servers = await start('guild', [orders, clinics, visits]);
  });
  afterAll(() => servers.close());

  test('the two together decide: prescribed, says one; in a program of physical therapy, says the other', async () => {
    expect(await visit(servers)).toEqual({
      case: {
        key: 'tricare-prime +prescribed +part-of-physical-therapy-program +in-network-provider',
        coverage: { status: 'COVERED', best: 'COVERED', missing: [] },
      },
      errors: undefined,
    });
  });

  test('with one of them down its facts are unknown and never no, though what comes in their place is no null: the answer is open again', async () => {
    await down(servers, 'clinics');
    required.length = 0;
    const { case: found, errors } = await visit(servers);
    expect(required).toMatchObject([{ extensions: { serviceName: 'clinics' } }]);
    expect({ found, errors }).toMatchObject({
      found: { key: 'tricare-prime +prescribed', coverage: { status: 'CONDITIONAL', best: 'COVERED' } },
      errors: undefined,
    });
  });
});
