/**
 * docs/semantics.md#i8: the checker works out for itself what the graph holds ready for the engine. An engine that
 * reads a wrong closure, place, home or chain gives a wrong answer, and the checker rejects it even on that same graph.
 */
import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { Condition, Graph, Plan, Subject, Territory } from '../../src/graph/entries.ts';
import type { ConditionDocument, RuleDocument } from '../../src/model/shapes.ts';
import { verifyReceipt } from '../../src/verify/verify-receipt.ts';
import { TERRITORIES } from '../oracle/world.ts';
import { graph as ownData } from '../schema/ask.ts';
import { receiptOf, type Asked, type Receipt } from './receipts.ts';
import { contestedGrant, deepChain } from './worlds.ts';

const cites = ['manual#p'];
const condition = (name: string): ConditionDocument => ({ name, topic: 'ORDER' });
const rules: Record<string, RuleDocument> = {
  everywhere: { excluded: 'dental', cites },
  home: { covered: 'checkup', cites },
  canada: { covered: 'rescue', where: { inside: ['CA'] }, cites },
  states: { covered: 'visit', where: { inside: ['US'] }, cites },
  ordered: { covered: 'massage', when: 'ordered', cites },
  visiting: { covered: 'travel', when: 'visiting', cites },
  insured: { covered: 'lodging', when: 'insured', cites },
};

function soundGraph(): Graph {
  const { graph, problems } = buildGraph({
    sources: {
      manual: {
        name: 'Manual',
        authority: 'AGENCY_MANUAL',
        checkedOn: '2026-01-01',
        licence: 'CC0-1.0',
        passages: { p: { at: '1', says: 'So.' } },
      },
    },
    territories: TERRITORIES,
    conditions: {
      ordered: condition('Ordered'),
      doctor: { ...condition('By a doctor'), implies: { ordered: cites } },
      visiting: { ...condition('Visiting'), excludes: { ordered: cites } },
      insured: condition('Insured'),
    },
    services: {
      care: { name: 'Care', cites },
      ...Object.fromEntries(
        Object.values(rules).map(({ covered, excluded }) => {
          const slug = covered ?? excluded ?? '';
          return [slug, { name: slug, broader: { care: cites } }];
        }),
      ),
    },
    techniques: { kneading: { name: 'Kneading', usedIn: { checkup: cites } } },
    billingCodes: {},
    plans: {
      program: { name: 'Programme', cites, home: { territories: ['US'], cites }, rules },
      member: { name: 'Member', within: 'program', cites },
      homeless: { name: 'Homeless', cites, rules: { home: { covered: 'checkup', cites } } },
    },
    dataSets: [],
  });
  if (!graph) throw new Error(problems.map(({ law, message }) => `${law}: ${message}`).join('; '));
  return graph;
}

function found<T>(entries: ReadonlyMap<string, T>, slug: string): T {
  const entry = entries.get(slug);
  if (entry === undefined) throw new Error(`nothing is called ${slug}`);
  return entry;
}

/** A copy of a graph whose entries can be changed. */
class Copy {
  readonly graph: Graph;

  constructor(original: Graph) {
    this.graph = structuredClone(original);
  }
  territory(code: string): Territory {
    return found(this.graph.territories, code);
  }
  condition(slug: string): Condition {
    return found(this.graph.conditions, slug);
  }
  subject(slug: string): Subject {
    return found(this.graph.subjects, slug);
  }
  plan(slug: string): Plan {
    return found(this.graph.plans, slug);
  }
  /** Atoms of some territories. */
  atoms(...codes: string[]): Set<number> {
    return new Set(codes.flatMap((code) => [...this.territory(code).atoms]));
  }
  change<T extends object>(entry: T, fields: Partial<T>): void {
    Object.assign(entry, fields);
  }
}

interface Fault {
  readonly what: string;
  readonly asked: Omit<Asked, 'plan'> & { plan?: string };
  readonly right: string;
  readonly wrong: string;
  readonly break: (copy: Copy) => void;
}
/** Right and wrong statuses worked out by hand from the rules above. */
const faults: Fault[] = [
  {
    what: 'a territory lacks a place that is part of it',
    asked: { subject: 'visit', territory: 'US-AK' },
    right: 'COVERED',
    wrong: 'NOT_STATED',
    break: (copy) => copy.change(copy.territory('US'), { atoms: copy.atoms('US-CA') }),
  },
  {
    what: 'a territory has a place that is no part of it',
    asked: { subject: 'rescue', territory: 'MX' },
    right: 'NOT_STATED',
    wrong: 'COVERED',
    break: (copy) => copy.change(copy.territory('CA'), { atoms: copy.atoms('CA', 'MX') }),
  },
  {
    what: 'a place asked about is taken for another one',
    asked: { subject: 'rescue', territory: 'PR' },
    right: 'NOT_STATED',
    wrong: 'COVERED',
    break: (copy) => copy.change(copy.territory('PR'), { atoms: copy.atoms('CA') }),
  },
  {
    what: 'a home has a place too many',
    asked: { subject: 'checkup', territory: 'CA' },
    right: 'NOT_STATED',
    wrong: 'COVERED',
    break: (copy) => {
      const { home } = copy.plan('program');
      if (home) copy.change(home, { atoms: copy.atoms('US', 'CA') });
    },
  },
  {
    what: 'a plan has another home than the plan that it is within',
    asked: { plan: 'member', subject: 'checkup' },
    right: 'COVERED',
    wrong: 'NOT_STATED',
    break: (copy) => {
      const { home } = copy.plan('program');
      if (home) copy.change(copy.plan('member'), { home: { ...home, atoms: copy.atoms('MX') } });
    },
  },
  {
    what: 'the home of plans that state none has a place too many',
    asked: { plan: 'homeless', subject: 'checkup', territory: 'CA' },
    right: 'NOT_STATED',
    wrong: 'COVERED',
    break: (copy) => copy.change(copy.graph, { defaultHome: copy.atoms('US', 'CA') }),
  },
  {
    what: 'the world lacks a place',
    asked: { subject: 'dental', territory: 'MX' },
    right: 'NOT_COVERED',
    wrong: 'NOT_STATED',
    break: (copy) => copy.change(copy.graph, { everywhere: copy.atoms('US', 'CA', 'PR', 'ZZ') }),
  },
  {
    what: 'an implied closure lacks a condition',
    asked: { subject: 'massage', met: ['doctor'] },
    right: 'COVERED',
    wrong: 'CONDITIONAL',
    break: (copy) => copy.change(copy.condition('doctor'), { impliedClosure: new Set([copy.condition('doctor')]) }),
  },
  {
    what: 'an implied closure has a condition too many',
    asked: { subject: 'massage', met: ['insured'] },
    right: 'CONDITIONAL',
    wrong: 'COVERED',
    break: (copy) =>
      copy.change(copy.condition('insured'), {
        impliedClosure: new Set([copy.condition('insured'), copy.condition('ordered')]),
      }),
  },
  {
    what: 'an implied closure lacks what another condition excludes',
    asked: { subject: 'travel', met: ['doctor'] },
    right: 'NOT_STATED',
    wrong: 'CONDITIONAL',
    break: (copy) => copy.change(copy.condition('doctor'), { impliedClosure: new Set([copy.condition('doctor')]) }),
  },
  {
    what: 'an exclusion is left out',
    asked: { subject: 'travel', met: ['ordered'] },
    right: 'NOT_STATED',
    wrong: 'CONDITIONAL',
    break: (copy) => {
      copy.change(copy.condition('ordered'), { excludes: [] });
      copy.change(copy.condition('visiting'), { excludes: [] });
    },
  },
  {
    what: 'a link to a broader subject is left out',
    asked: { subject: 'kneading' },
    right: 'COVERED',
    wrong: 'NOT_STATED',
    break: (copy) => copy.change(copy.subject('kneading'), { up: [] }),
  },
  {
    what: 'a subject leads up to one that it is no kind of',
    asked: { subject: 'lodging' },
    right: 'CONDITIONAL',
    wrong: 'COVERED',
    break: (copy) => {
      const { up } = copy.subject('lodging');
      const [broader] = up;
      if (broader) copy.change(copy.subject('lodging'), { up: [...up, { ...broader, to: copy.subject('checkup') }] });
    },
  },
];

const answerTo = (asked: Fault['asked'], graph: Graph): Receipt => {
  const receipt = receiptOf({ plan: 'program', on: '2026-06-01', ...asked }, graph);
  if (!receipt) throw new Error('the facts contradict one another');
  return receipt;
};

describe('an answer that an engine gives on a graph with a fault is rejected', () => {
  const sound = soundGraph();

  test.each(faults)('$what', ({ asked, right, wrong, break: breakIt }) => {
    const copy = new Copy(sound);
    breakIt(copy);
    const answer = answerTo(asked, sound);
    const faultyAnswer = answerTo(asked, copy.graph);
    expect([answer.status, faultyAnswer.status]).toEqual([right, wrong]);
    expect(verifyReceipt(sound, answer)).toEqual({ accepted: true, findings: [], unchecked: [] });
    expect(verifyReceipt(sound, faultyAnswer).accepted, 'on the sound graph').toBe(false);
    expect(verifyReceipt(copy.graph, faultyAnswer).accepted, 'on the faulty graph').toBe(false);
    expect(verifyReceipt(copy.graph, answer).accepted, 'the sound answer on the faulty graph').toBe(true);
  });
});

/** A copy of a graph in which whatever the graph works out for the engine throws when it is read. */
function withoutDerivedFields(original: Graph): Graph {
  const copy = structuredClone(original);
  const forbid = (entry: object, ...fields: string[]): void => {
    for (const field of fields) {
      if (!(field in entry)) throw new Error(`there is no field ${field}`);
      Object.defineProperty(entry, field, {
        get: () => {
          throw new Error(`${field} was read`);
        },
      });
    }
  };
  for (const territory of copy.territories.values()) forbid(territory, 'atoms', 'parts');
  for (const each of copy.conditions.values()) forbid(each, 'impliedClosure', 'implies', 'excludes', 'rules');
  for (const subject of copy.subjects.values()) forbid(subject, 'up', 'rules');
  for (const rule of copy.rules.values()) forbid(rule, 'exceptions');
  for (const home of new Set([...copy.plans.values()].flatMap((plan) => plan.home ?? []))) forbid(home, 'atoms');
  for (const plan of copy.plans.values()) forbid(plan, 'contains', 'cases');
  forbid(copy, 'defaultHome', 'everywhere', 'abroad');
  return copy;
}

describe('the checker accepts an answer without reading anything that the graph works out', () => {
  const chain = deepChain();
  const contested = contestedGrant();
  const own = soundGraph();
  test.each<[string, Graph, Asked[]]>([
    ['a chain of exceptions', chain.graph, [chain.asked]],
    ['a contested grant', contested.graph, [contested.asked, { ...contested.asked, met: ['ordered'], counts: {} }]],
    ['every fault above', own, faults.map(({ asked }): Asked => ({ plan: 'program', on: '2026-06-01', ...asked }))],
    [
      'the data of the project',
      ownData,
      [
        { plan: 'medicare-advantage', subject: 'cpt-97124' },
        { plan: 'tricare-prime', subject: 'deep-tissue-massage', met: ['prescribed-by-doctor'] },
        { plan: 'medicare', subject: 'medical-care', territory: 'CA' },
        { plan: 'original-medicare', subject: 'massage-therapy', territory: 'ZZ' },
        { plan: 'fep-blue-focus', subject: 'massage-therapy' },
      ],
    ],
  ])('%s', (_, graph, questions) => {
    const trapped = withoutDerivedFields(graph);
    const verdicts = questions.map((asked) => verifyReceipt(trapped, receiptOf(asked, graph)));
    expect(verdicts.map(({ accepted, findings }) => (accepted ? 'accepted' : findings))).toEqual(
      questions.map(() => 'accepted'),
    );
  });

  test('the engine cannot answer on such a graph', () => {
    expect(() => receiptOf(contested.asked, withoutDerivedFields(contested.graph))).toThrow(/was read/);
  });
});
