/**
 * Makes conditions and subjects, with the links that their files state. Services, techniques and billing codes share one slug
 * space.
 */
import type { Condition, ExternalCode, Subject, Synonym } from './entries.ts';
import type { ReferenceResolver } from './reference-resolver.ts';
import { type DocumentKind, placeOf, within } from './data-paths.ts';
import type { LinkKind, SynonymMatch } from '../model/words.ts';
import type { Mutable } from './links.ts';
import type { ProblemPlace } from './problems.ts';

/** The links that lead from a subject to a broader one, whose rules apply to it too. */
const TO_BROADER: readonly LinkKind[] = ['BROADER', 'INCLUDED_IN', 'BILLS'];

export function joinConcepts(joining: ReferenceResolver): void {
  const { conditions, services, techniques, billingCodes } = joining.documents;
  for (const [slug, document] of Object.entries(conditions)) {
    const place = placeOf('conditions', slug);
    joining.conditions.set(slug, {
      kind: 'COVERAGE_CONDITION',
      ...joining.named(slug, document, place),
      topic: document.topic,
      question: document.question ?? null,
      counts: document.counts ?? null,
      phrase: phraseOf(document),
      phrasesAgainst: document.phrasesAgainst ?? [],
      implies: [],
      excludes: [],
      impliedClosure: new Set(),
      externalCodes: externalCodes(joining, document.externalCodes, place),
      rules: [],
    });
  }
  for (const [slug, document] of Object.entries(services)) {
    const place = placeOf('services', slug);
    joining.services.set(slug, {
      kind: 'SERVICE',
      ...joining.named(slug, document, place),
      phrase: phraseOf(document),
      up: [],
      rules: [],
      externalCodes: externalCodes(joining, document.externalCodes, place),
    });
  }
  for (const [slug, document] of Object.entries(techniques)) {
    joining.techniques.set(slug, {
      kind: 'TECHNIQUE',
      ...joining.named(slug, document, placeOf('techniques', slug)),
      phrase: phraseOf(document),
      up: [],
      rules: [],
      synonyms: [],
    });
  }
  for (const [slug, document] of Object.entries(billingCodes)) {
    joining.billingCodes.set(slug, {
      kind: 'BILLING_CODE',
      ...joining.named(slug, document, placeOf('billingCodes', slug)),
      up: [],
      rules: [],
      phrase: `${document.system} ${document.code}`,
      system: document.system,
      code: document.code,
    });
  }
  for (const kind of [joining.services, joining.techniques, joining.billingCodes]) {
    for (const subject of kind.values())
      if (!joining.subjects.has(subject.slug)) joining.subjects.set(subject.slug, subject);
  }
  linkConcepts(joining);
}

/** The text of an entry inside a sentence: the phrase in its file, or its name with a lower-case first letter. */
function phraseOf({ phrase, name }: { phrase?: string | undefined; name: string }): string {
  return phrase ?? name.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());
}

function linkConcepts(joining: ReferenceResolver): void {
  const { conditions, services, techniques, billingCodes } = joining.documents;
  for (const [slug, { implies, excludes }] of Object.entries(conditions)) {
    stateLinks(
      joining,
      'IMPLIES',
      joining.conditions.get(slug),
      implies,
      joining.conditions,
      'condition',
      'conditions',
      'implies',
    );
    stateLinks(
      joining,
      'EXCLUDES',
      joining.conditions.get(slug),
      excludes,
      joining.conditions,
      'condition',
      'conditions',
      'excludes',
    );
  }
  for (const [slug, { broader }] of Object.entries(services)) {
    stateLinks(
      joining,
      'BROADER',
      joining.services.get(slug),
      broader,
      joining.services,
      'service',
      'services',
      'broader',
    );
  }
  for (const [slug, { includes, bills }] of Object.entries(billingCodes)) {
    stateLinks(
      joining,
      'INCLUDES',
      joining.billingCodes.get(slug),
      includes,
      joining.techniques,
      'technique',
      'billingCodes',
      'includes',
    );
    stateLinks(
      joining,
      'BILLS',
      joining.billingCodes.get(slug),
      bills,
      joining.services,
      'service',
      'billingCodes',
      'bills',
    );
  }
  for (const [slug, { usedIn, synonyms }] of Object.entries(techniques)) {
    const technique = joining.techniques.get(slug);
    stateLinks(joining, 'INCLUDED_IN', technique, usedIn, joining.services, 'service', 'techniques', 'usedIn');
    if (technique)
      technique.synonyms = (synonyms ?? []).map((synonym, index): Synonym => {
        const place = within(placeOf('techniques', slug), 'synonyms', index);
        const concept =
          synonym.concept === undefined
            ? null
            : joining.find(
                synonym.concept,
                joining.subjects,
                'service, technique or billing code',
                within(place, 'concept'),
              );
        const cites = joining.cited(synonym.cites, within(place, 'cites'));
        if (concept) joining.links.state('SAME_AS', technique, concept, cites, synonym.match);
        return { name: synonym.name, match: synonym.match, concept, cites };
      });
  }
}

function stateLinks<T extends Condition | Subject>(
  joining: ReferenceResolver,
  link: LinkKind,
  from: Condition | Subject | undefined,
  stated: Record<string, string[]> | undefined,
  among: ReadonlyMap<string, T>,
  noun: string,
  kind: DocumentKind,
  field: string,
): void {
  if (!from) return;
  for (const [slug, cites] of Object.entries(stated ?? {})) {
    const place = within(placeOf(kind, from.slug), field, slug);
    const to = joining.find(slug, among, noun, place);
    const cited = joining.cited(cites, place);
    if (to) joining.links.state(link, from, to, cited);
  }
}

function externalCodes(
  joining: ReferenceResolver,
  stated:
    { system: ExternalCode['system']; code: string; match?: SynonymMatch | undefined; cites: string[] }[] | undefined,
  place: ProblemPlace,
): ExternalCode[] {
  return (stated ?? []).map(({ system, code, match, cites }, index) => ({
    system,
    code,
    match: match ?? 'EXACT',
    cites: joining.cited(cites, within(place, 'externalCodes', index, 'cites')),
  }));
}

/** Sets the fields that depend on all links: the broader subjects, and what a condition implies at any distance. */
export function finishConcepts(joining: ReferenceResolver): void {
  for (const subject of joining.subjects.values())
    subject.up = joining.links.of(subject).filter(({ kind }) => TO_BROADER.includes(kind));
  for (const condition of joining.conditions.values()) {
    const links = joining.links.of(condition);
    condition.implies = links.filter(({ kind }) => kind === 'IMPLIES');
    condition.excludes = links.filter(({ kind }) => kind === 'EXCLUDES');
  }
  for (const condition of joining.conditions.values()) condition.impliedClosure = closure(condition);
}

function closure(condition: Mutable<Condition>): Set<Condition> {
  const implied = new Set<Condition>([condition]);
  for (const each of implied) for (const link of each.implies) implied.add(link.to as Condition);
  return implied;
}
