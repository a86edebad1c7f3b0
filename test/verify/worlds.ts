/**
 * Small data sets whose answers have what the project's own data seldom has: deep exceptions, contested grants, closed
 * grants.
 */
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import type { DataDocuments, RuleDocument } from '../../src/model/shapes.ts';
import { chainOfExceptions } from '../oracle/chains.ts';
import { TERRITORIES } from '../oracle/world.ts';
import type { Asked } from './receipts.ts';

function built(data: DataDocuments): Graph {
  const { graph, problems } = buildGraph(data);
  if (!graph) throw new Error(problems.map(({ message }) => message).join('; '));
  return graph;
}

/** A grant, an exclusion from it, and so on, three exceptions deep, the last of them in the plan below. */
export function deepChain(): { graph: Graph; asked: Asked } {
  const { data } = chainOfExceptions(
    [
      { authority: 1, lower: false },
      { authority: 3, lower: false },
      { authority: 7, lower: false },
      { authority: 1, lower: true },
    ],
    true,
  );
  return { graph: built(data), asked: { plan: 'original', subject: 'massage', met: ['c1'], on: '2026-06-01' } };
}

const source = (name: string, authority: 'REGULATION' | 'SECONDARY') => ({
  name,
  authority,
  checkedOn: '2026-01-01',
  licence: 'CC0-1.0',
  passages: { p: { at: '1', says: 'So.' }, q: { at: '2', says: 'And so.' } },
});

/**
 * What the class must take over is contested where it is taken from: a firm grant and a firm exclusion of two sources
 * alike.
 */
export function contestedGrant(): { graph: Graph; asked: Asked } {
  const link = ['home#p'],
    rules: Record<string, RuleDocument> = {
      granted: {
        covered: 'massage',
        when: { any: ['needed', { condition: 'visits', atMost: 12 }] },
        cites: ['one#p', 'home#q'],
      },
      refused: { excluded: 'massage', cites: ['two#p'], reading: 'Read of all massage.' },
      lifted: {
        lifted: 'massage',
        exceptTo: ['refused'],
        when: { all: ['ordered', { none: ['visiting'] }] },
        cites: ['two#q'],
      },
    };
  const own: Record<string, RuleDocument> = {
    own: { excluded: 'massage', where: 'home', cites: ['home#p'], modality: 'MAY' },
    abroad: { excluded: 'care', where: 'abroad', cites: ['two#p'] },
  };
  return {
    graph: built({
      sources: {
        one: source('One', 'REGULATION'),
        two: source('Two', 'REGULATION'),
        home: source('Third', 'SECONDARY'),
      },
      territories: TERRITORIES,
      conditions: {
        needed: { name: 'Needed', topic: 'MEDICAL_NECESSITY' },
        ordered: { name: 'Ordered', topic: 'ORDER', implies: { needed: ['one#p'] } },
        visiting: { name: 'Visiting', topic: 'LOCATION', excludes: { ordered: ['one#q'] } },
        visits: { name: 'Visits', topic: 'LIMIT', counts: 'visits' },
      },
      services: { care: { name: 'Care' }, massage: { name: 'Massage', broader: { care: link } } },
      techniques: {},
      billingCodes: { 'cpt-10000': { name: 'Code', system: 'CPT', code: '10000', bills: { massage: link } } },
      plans: {
        program: { name: 'Programme', level: 'PROGRAM', cites: link, home: { territories: ['US'], cites: link } },
        original: { name: 'Original', within: 'program', cites: link, rules },
        class: {
          name: 'Class',
          level: 'PLAN_CLASS',
          within: 'program',
          cites: link,
          takesRulesFrom: { original: { takes: 'GRANTS_ONLY', cites: ['one#q'] } },
          rules: own,
        },
      },
      dataSets: [],
    }),
    asked: {
      plan: 'class',
      subject: 'cpt-10000',
      on: '2026-06-01',
      accordingTo: ['one', 'two'],
      counts: { visits: 3 },
    },
  };
}

/**
 * A class must take over two grants of its programme, one where a condition holds and one where it does not. The
 * condition is given as unmet, so the first grant is no rule of the class. It cites two passages; the order of these in
 * the proof is the programme's: those of the first grant, then that of the second.
 */
export function grantClosedByFacts(): { graph: Graph; asked: Asked } {
  const link = ['manual#p'];
  return {
    graph: built({
      sources: { manual: source('Manual', 'REGULATION'), article: source('Article', 'SECONDARY') },
      territories: TERRITORIES,
      conditions: { ordered: { name: 'Ordered', topic: 'ORDER' } },
      services: { massage: { name: 'Massage', cites: link } },
      techniques: {},
      billingCodes: {},
      plans: {
        program: {
          name: 'Programme',
          level: 'PROGRAM',
          cites: link,
          home: { territories: ['US'], cites: link },
          rules: {
            ordered: { covered: 'massage', when: 'ordered', cites: ['article#p', 'manual#p'] },
            unordered: { covered: 'massage', when: { none: ['ordered'] }, cites: ['manual#p'] },
          },
        },
        class: {
          name: 'Class',
          level: 'PLAN_CLASS',
          cites: link,
          home: { territories: ['US'], cites: link },
          takesRulesFrom: { program: { takes: 'GRANTS_ONLY', cites: link } },
          rules: { own: { covered: 'massage', cites: ['manual#q', 'article#q'] } },
        },
      },
      dataSets: [],
    }),
    asked: { plan: 'class', subject: 'massage', unmet: ['ordered'], on: '2026-06-01' },
  };
}

/** One plan's rules on so many conditions, none of them given, one service asked of it. */
export function openConditions(number: number): { graph: Graph; asked: Asked } {
  const slugs = Array.from({ length: number }, (_, at) => `c${at + 1}`);
  return {
    graph: built({
      sources: { one: source('One', 'REGULATION') },
      territories: TERRITORIES,
      conditions: Object.fromEntries(slugs.map((slug) => [slug, { name: slug, topic: 'ORDER' as const }])),
      services: { care: { name: 'Care' } },
      techniques: {},
      billingCodes: {},
      plans: {
        program: {
          name: 'Programme',
          cites: ['one#p', 'one#q'],
          rules: { granted: { covered: 'care', when: { any: [...slugs] }, cites: ['one#p', 'one#q'] } },
        },
      },
      dataSets: [],
    }),
    asked: { plan: 'program', subject: 'care', on: '2026-06-01' },
  };
}
