/** Laws of names: what is written in the documents, before anything is joined. */
import type { DataDocuments } from '../model/shapes.ts';
import { type DocumentKind, FOLDERS, placeOf, within } from './data-paths.ts';
import type { Problem, ProblemPlace } from './problems.ts';

type NamedDocument = Pick<DataDocuments['services'][string], 'name' | 'alternateNames'>;

/** The kinds of what a plan can cover; their slugs share one space. */
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
              remedy: 'Services, techniques and billing codes share their slugs: give one of the two another.',
            },
          ]
        : [];
    }),
  );
}

/** One name, one entry of its kind, however it is capitalised. Places are apart: a state and a country may share theirs. */
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
            owner === slug ? `"${name}" names this entry twice` : `"${name}" already names ${FOLDERS[kind]}/${owner}`,
          remedy: 'Keep it where it belongs.',
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
