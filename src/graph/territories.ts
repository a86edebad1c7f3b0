/** Joins places and computes the indivisible atoms of each: one place contains another exactly if it contains its atoms. */
import type { Plan, Territory } from './entries.ts';
import type { ReferenceResolver } from './reference-resolver.ts';
import type { Mutable } from './links.ts';

/** ISO 3166 leaves ZZ to its users: here it is care abroad in a country that was not said. */
export const ABROAD = 'ZZ';
const ABROAD_NAME = 'Abroad, country not said';

export function joinTerritories(joining: ReferenceResolver): void {
  const table = new Map(Object.entries(joining.documents.territories));
  if (!table.has(ABROAD)) table.set(ABROAD, { name: ABROAD_NAME });
  for (const [code, document] of table) {
    joining.territories.set(code, {
      kind: 'TERRITORY',
      code,
      ...joining.named(code.toLowerCase(), document, { kind: 'territories', slug: '', path: [code] }),
      partOf: [],
      parts: [],
      wholeOfParts: document.wholeOfParts ?? false,
      atoms: new Set(),
    });
  }
  for (const [code, territory] of joining.territories) {
    territory.partOf = joining.findAll(table.get(code)?.partOf, joining.territories, 'place', {
      kind: 'territories',
      slug: '',
      path: [code, 'partOf'],
    });
    for (const larger of territory.partOf) (larger.parts as Territory[]).push(territory);
  }
  [...joining.territories.values()].forEach((territory, atom) => {
    const isSumOfParts = territory.wholeOfParts && territory.parts.length > 0;
    if (!isSumOfParts) for (const holder of holdersOf(territory)) (holder.atoms as Set<number>).add(atom);
  });
}

/** The place and every place that it is part of, directly or indirectly. */
function holdersOf(territory: Mutable<Territory>): Set<Territory> {
  const holders = new Set<Territory>([territory]);
  for (const holder of holders) for (const larger of holder.partOf) holders.add(larger);
  return holders;
}

export function atomsOf(territories: Iterable<Territory>): Set<number> {
  const atoms = new Set<number>();
  for (const territory of territories) for (const atom of territory.atoms) atoms.add(atom);
  return atoms;
}

/** Whether the place counts as home for the plan; null if neither the plan nor one that it is within states a home. */
export function isHome({ atoms }: Territory, { home }: Plan): boolean | null {
  return home && [...atoms].every((atom) => home.atoms.has(atom));
}
