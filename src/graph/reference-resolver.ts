/** A graph while it is built: entries by slug, still mutable, and the problems of names that were not found. */
import type { DataDocuments } from '../model/shapes.ts';
import type {
  BillingCode,
  Condition,
  Passage,
  Plan,
  Remark,
  Rule,
  Service,
  Source,
  Subject,
  Technique,
  Territory,
} from './entries.ts';
import { didYouMean } from './did-you-mean.ts';
import { LinkBook, type Mutable } from './links.ts';
import { within } from './data-paths.ts';
import type { Problem, ProblemPlace } from './problems.ts';

interface NamedDocument {
  name: string;
  alternateNames?: string[] | undefined;
  phrases?: string[] | undefined;
  description?: string | undefined;
  cites?: string[] | undefined;
  remarks?:
    | {
        topic: Remark['topic'];
        text: string;
        modality?: Remark['modality'] | undefined;
        contradicts?: string[] | undefined;
        cites: string[];
      }[]
    | undefined;
}

/** Resolves the names in documents to entries, and collects a problem for each name that is not found. */
export class ReferenceResolver {
  readonly documents: DataDocuments;
  readonly unresolved: Problem[] = [];
  readonly sources = new Map<string, Mutable<Source>>();
  readonly territories = new Map<string, Mutable<Territory>>();
  readonly conditions = new Map<string, Mutable<Condition>>();
  readonly services = new Map<string, Mutable<Service>>();
  readonly techniques = new Map<string, Mutable<Technique>>();
  readonly billingCodes = new Map<string, Mutable<BillingCode>>();
  readonly subjects = new Map<string, Mutable<Subject>>();
  readonly plans = new Map<string, Mutable<Plan>>();
  readonly rules = new Map<string, Mutable<Rule>>();
  readonly links = new LinkBook();

  constructor(documents: DataDocuments) {
    this.documents = documents;
  }

  /** The entry with that slug. If there is none, adds a problem to `unresolved` and returns null. */
  find<T>(slug: string, among: ReadonlyMap<string, T>, noun: string, place: ProblemPlace): T | null {
    const found = among.get(slug);
    if (found !== undefined) return found;
    this.unresolved.push({
      law: 'unknown-name',
      place,
      message: `there is no ${noun} "${slug}"`,
      remedy: didYouMean(slug, among.keys(), `Name one that is in the data, or add the ${noun}.`),
    });
    return null;
  }

  /** The entries with those slugs. Adds a problem for each that is not found. */
  findAll<T>(
    slugs: readonly string[] | undefined,
    among: ReadonlyMap<string, T>,
    noun: string,
    place: ProblemPlace,
  ): T[] {
    return (slugs ?? []).flatMap((slug, index) => this.find(slug, among, noun, within(place, index)) ?? []);
  }

  /** The passages cited, each once. */
  cited(cites: readonly string[] | undefined, place: ProblemPlace): Passage[] {
    const found = new Set<Passage>();
    (cites ?? []).forEach((cite, index) => {
      const [slug = '', key = ''] = cite.split('#');
      const source = this.find(slug, this.sources, 'source', within(place, index));
      const passage = source && this.find(key, source.passages, `passage of ${slug}`, within(place, index));
      if (passage) found.add(passage);
    });
    return [...found];
  }

  /** The fields that every kind of entry has. The links are set later, when all of them are known. */
  named(slug: string, document: NamedDocument, place: ProblemPlace) {
    return {
      slug,
      name: document.name,
      alternateNames: document.alternateNames ?? [],
      phrases: document.phrases ?? [],
      description: document.description ?? null,
      cites: this.cited(document.cites, within(place, 'cites')),
      remarks: (document.remarks ?? []).map((remark, index): Remark => ({
        topic: remark.topic,
        text: remark.text,
        modality: remark.modality ?? 'STATED',
        contradicts: this.cited(remark.contradicts, within(place, 'remarks', index, 'contradicts')),
        cites: this.cited(remark.cites, within(place, 'remarks', index, 'cites')),
      })),
      links: [],
    };
  }
}
