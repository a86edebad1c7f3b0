/** Disagreements are derived: without either side's source there is none, and a claim that contradicts another brings one. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allDisagreements } from '../../src/engine/disagreement-index.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import type { DataDocuments } from '../../src/model/shapes.ts';
import { DocumentReader } from '../../src/store/documents.ts';
import { diskIn } from '../../src/store/files.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const reader = new DocumentReader(diskIn([data]));
await reader.readFolder(data);

const passages = { p: { at: 'page 1', says: 'It says so.' }, q: { at: 'page 2', says: 'It says so again.' } };
const source = (authority: 'AGENCY_MANUAL' | 'AGENCY_PAGE' | 'SECONDARY', publishedOn?: string) => ({
  name: `${authority} ${publishedOn ?? ''}`,
  authority,
  publisher: 'Agency',
  checkedOn: '2026-11-23',
  licence: 'CC0-1.0',
  passages,
  ...(publishedOn === undefined ? {} : { publishedOn }),
});

/** A small set without any conflict; `change` brings one in, and takes what it brought out again. */
function set(change: (documents: DataDocuments) => void = () => undefined): DataDocuments {
  const documents: DataDocuments = {
    sources: { manual: source('AGENCY_MANUAL'), page: source('AGENCY_PAGE'), blog: source('SECONDARY') },
    territories: {
      US: { name: 'United States' },
      PR: { name: 'Puerto Rico' },
      GU: { name: 'Guam' },
      CA: { name: 'Canada' },
    },
    conditions: { prescribed: { name: 'Prescribed', topic: 'ORDER' } },
    services: { massage: { name: 'Massage', cites: ['blog#p'] } },
    techniques: {
      kneading: { name: 'Kneading', usedIn: { massage: ['manual#p'] } },
      pressing: { name: 'Pressing', usedIn: { massage: ['page#p'] }, cites: ['page#p'] },
    },
    billingCodes: { 'cpt-10000': { name: 'Code', system: 'CPT', code: '10000', bills: { massage: ['manual#p'] } } },
    plans: {
      plan: {
        name: 'Plan',
        cites: ['manual#p', 'manual#q', 'page#q', 'blog#q'],
        home: { territories: ['US'], cites: ['manual#p'] },
        rules: { grant: { covered: 'massage', when: 'prescribed', cites: ['manual#p'] } },
      },
    },
    dataSets: [],
  };
  change(documents);
  return documents;
}
function kinds(documents: DataDocuments): string[] {
  const { examinable, problems } = buildGraph(documents);
  if (!examinable) throw new Error(problems.map(({ message }) => message).join('\n'));
  return allDisagreements(examinable, '2026-11-23').map(
    ({ kind, about }) => `${kind} ${about.map(({ slug }) => slug).join('+')}`,
  );
}

it('a set without conflict has none', () => {
  expect(kinds(set())).toEqual([]);
});

describe('a claim that contradicts another brings a disagreement, and goes with it', () => {
  it('a rule', () => {
    expect(
      kinds(
        set(({ plans }) => {
          Object.assign(plans['plan']?.rules ?? {}, { no: { excluded: 'massage', cites: ['page#p'] } });
        }),
      ),
    ).toEqual(['CONTRADICTION plan+massage']);
  });
  it('a rule of another subject in its reach', () => {
    expect(
      kinds(
        set(({ plans }) => {
          Object.assign(plans['plan']?.rules ?? {}, { no: { excluded: 'cpt-10000', cites: ['blog#p'] } });
        }),
      ),
    ).toEqual(['SCOPE plan+cpt-10000']);
  });
  it('an exception joined without a reading is none; with one that reconciles, it is', () => {
    const joined = (reading?: string) =>
      set(({ plans }) => {
        Object.assign(plans['plan']?.rules ?? {}, {
          no: {
            excluded: 'massage',
            exceptTo: ['grant'],
            when: 'prescribed',
            cites: ['manual#q'],
            ...(reading === undefined ? {} : { reading, cites: ['page#p'] }),
          },
        });
      });
    expect(kinds(joined())).toEqual([]);
    // Heard alone the exception excludes what the grant covers; the reading says how both can stand, and is shown with them.
    expect(kinds(joined('Both are meant.'))).toEqual(['CONTRADICTION plan+massage']);
  });
  it('a shorter wording', () => {
    expect(
      kinds(
        set(({ plans }) => {
          Object.assign(plans['plan']?.rules ?? {}, {
            short: { covered: 'massage', restates: 'grant', cites: ['manual#q'] },
          });
        }),
      ),
    ).toEqual(['REFINEMENT plan+massage']);
  });
  it('a list of what a code includes', () => {
    expect(
      kinds(
        set(({ billingCodes }) => {
          Object.assign(billingCodes['cpt-10000'] ?? {}, {
            includes: { kneading: ['manual#p', 'page#p'], pressing: ['manual#p'] },
          });
        }),
      ),
    ).toEqual([]);
    expect(
      kinds(
        set(({ techniques, billingCodes }) => {
          techniques['rubbing'] = { name: 'Rubbing', usedIn: { massage: ['manual#p'] } };
          Object.assign(billingCodes['cpt-10000'] ?? {}, {
            includes: { kneading: ['manual#p', 'page#p'], pressing: ['manual#p', 'page#p'], rubbing: ['manual#p'] },
          });
        }),
      ),
    ).toEqual(['SCOPE cpt-10000+rubbing']);
  });
  it('what counts as home', () => {
    expect(
      kinds(
        set(({ plans }) => {
          Object.assign(plans['plan'] ?? {}, {
            home: { territories: ['US', 'PR', 'GU'], cites: ['manual#p'] },
            otherHomes: [{ territories: ['US', 'PR'], cites: ['page#p'] }],
          });
        }),
      ),
    ).toEqual(['SCOPE plan+gu']);
    expect(
      kinds(
        set(({ plans }) => {
          Object.assign(plans['plan'] ?? {}, { home: { territories: ['US', 'PR'], cites: ['manual#p', 'page#p'] } });
        }),
      ),
    ).toEqual([]);
  });
  it('what a name means', () => {
    expect(
      kinds(
        set(({ techniques }) => {
          Object.assign(techniques['kneading'] ?? {}, {
            synonyms: [{ name: 'Pressing down', match: 'CLOSE', concept: 'pressing', cites: ['blog#p'] }],
          });
        }),
      ),
    ).toEqual(['TERMINOLOGY kneading+pressing']);
  });
  it('a remark', () => {
    const remarks = (contradicts: string[]) =>
      set(({ services }) => {
        Object.assign(services['massage'] ?? {}, {
          remarks: [
            { topic: 'EFFECT', text: 'It eases pain.', cites: ['blog#p'] },
            {
              topic: 'EVIDENCE',
              text: 'There is too little evidence.',
              cites: ['manual#q'],
              ...(contradicts.length > 0 ? { contradicts } : {}),
            },
          ],
        });
      });
    expect(kinds(remarks([]))).toEqual([]);
    expect(kinds(remarks(['blog#p']))).toEqual(['CONTRADICTION massage']);
  });
  it('two days of one publisher', () => {
    expect(
      kinds(
        set(({ sources, plans }) => {
          sources['manual'] = source('AGENCY_MANUAL', '2015-01-01');
          sources['newer'] = source('AGENCY_MANUAL', '2025-01-01');
          Object.assign(plans['plan']?.rules ?? {}, { no: { excluded: 'massage', cites: ['newer#p'] } });
        }),
      ),
    ).toEqual(['VINTAGE plan+massage']);
  });
});

describe("in the data, a disagreement is gone without either side's source", () => {
  const { graph } = buildGraph(reader.documents) as { graph: Graph };
  const between = (data: Graph, ...slugs: string[]): number =>
    allDisagreements(data, '2026-11-23').filter(({ positions }) =>
      slugs.every((slug) => positions.some(({ sources }) => sources.some((each) => each.slug === slug))),
    ).length;
  const sources = new Set(
    allDisagreements(graph, '2026-11-23').flatMap(({ positions }) =>
      positions.flatMap((position) => position.sources.map(({ slug }) => slug)),
    ),
  );

  it.each([...sources])('%s', (slug) => {
    const copy = structuredClone(reader.documents);
    const without = (cites: string[] | undefined): string[] =>
      (cites ?? []).filter((cite) => !cite.startsWith(`${slug}#`));
    const strip = (value: unknown): unknown => {
      if (Array.isArray(value))
        return value.flatMap((each: unknown) =>
          typeof each === 'string' && each.startsWith(`${slug}#`) ? [] : [strip(each)],
        );
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
          const cites =
            Array.isArray(each) &&
            each.length > 0 &&
            each.every((cite) => typeof cite === 'string' && cite.includes('#'))
              ? (each as string[])
              : (each as { cites?: string[] } | null)?.cites;
          return cites !== undefined && without(cites).length === 0 ? [] : [[key, strip(each)]];
        }),
      );
    };
    for (const kind of ['conditions', 'services', 'techniques', 'billingCodes', 'plans'] as const)
      for (const [entry, document] of Object.entries(copy[kind]))
        Object.assign(copy[kind], { [entry]: { ...(strip(document) as object), cases: undefined } });
    for (const [plan, document] of Object.entries(copy.plans)) {
      const rules = document.rules ?? {};
      const exists = (name: string): boolean => {
        const [of = '', key] = name.split('/');
        return key === undefined ? of in rules : key in (copy.plans[of]?.rules ?? {});
      };
      for (const rule of Object.values(rules)) {
        if (rule.exceptTo) rule.exceptTo = rule.exceptTo.filter(exists);
        if (rule.exceptTo?.length === 0) delete rule.exceptTo;
        if (![rule.restates ?? []].flat().every(exists)) delete rule.restates;
      }
      expect(copy.plans[plan]).toBeDefined();
    }
    for (const remark of Object.values(copy.services).flatMap(({ remarks }) => remarks ?? []))
      remark.contradicts = without(remark.contradicts);
    const { examinable, problems } = buildGraph(copy);
    // Where the data no longer joins without the source, nothing is left that could disagree with it.
    if (!examinable) expect(problems.length).toBeGreaterThan(0);
    else expect(between(examinable, slug)).toBe(0);
  });
});
