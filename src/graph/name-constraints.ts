/** Constraints on slugs and names, checked on the documents before their references are resolved. */
import type { DataDocuments } from '../model/shapes.ts';
import { type DocumentKind, FOLDERS, placeOf, within } from './data-paths.ts';
import type { Problem, ProblemPlace } from './problems.ts';

type NamedDocument = Pick<DataDocuments['services'][string], 'name' | 'alternateNames'>;

/** The kinds of subject that a plan can cover, which share one slug space. */
const SUBJECT_KINDS = ['services', 'techniques', 'billingCodes'] as const;

export function duplicateSlugs(documents: DataDocuments): Problem[] {
  const kindOf = new Map<string, DocumentKind>();
  return SUBJECT_KINDS.flatMap((kind) =>
    Object.keys(documents[kind]).flatMap((slug): Problem[] => {
      const first = kindOf.get(slug);
      if (!first) kindOf.set(slug, kind);
      return first
        ? [
            {
              law: 'duplicate-slug',
              place: placeOf(kind, slug),
              message: `"${slug}" is also the slug of an entry in ${FOLDERS[first]}`,
              remedy: 'Services, techniques and billing codes share one slug space: give one of the two another slug.',
            },
          ]
        : [];
    }),
  );
}

/** A name, in any case, belongs to one entry of its kind. Territories are exempt: a state and a country may share a name. */
export function duplicateNames(documents: DataDocuments): Problem[] {
  return (Object.keys(FOLDERS) as DocumentKind[]).flatMap((kind) => {
    const owners = new Map<string, string>();
    const problems: Problem[] = [];
    const claim = (name: string, slug: string, place: ProblemPlace) => {
      const key = name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ');
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, slug);
      else
        problems.push({
          law: 'duplicate-name',
          place,
          message:
            owner === slug
              ? `"${name}" is a name of this entry twice`
              : `"${name}" is already a name of ${FOLDERS[kind]}/${owner}`,
          remedy: 'Remove it from one of the two places.',
        });
    };
    for (const [slug, document] of Object.entries<NamedDocument>(documents[kind])) {
      claim(document.name, slug, within(placeOf(kind, slug), 'name'));
      for (const [index, name] of (document.alternateNames ?? []).entries())
        claim(name, slug, within(placeOf(kind, slug), 'alternateNames', index));
    }
    if (kind === 'billingCodes') {
      owners.clear();
      for (const [slug, { system, code }] of Object.entries(documents.billingCodes))
        claim(`${system} ${code}`, slug, within(placeOf(kind, slug), 'code'));
    }
    return problems;
  });
}
