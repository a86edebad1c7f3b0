/** What is asked, in the words of the data files. */
import type { DataDocuments } from '../../../src/model/shapes.ts';
import type { SourceAuthority } from '../../../src/model/words.ts';
import { makePlaces, type Places } from './place.ts';
import { makePlanChains, type PlanChains } from './plan-chain.ts';
import { reachable, remember } from './reachable.ts';
import { makeSubjectChain } from './subject-chain.ts';

export interface Ask {
  plan: string;
  subject: string;
  met: string[];
  unmet: string[];
  counts: Record<string, number>;
  /** An ISO 3166 code; null for care at home. */
  territory: string | null;
  /** An ISO day. */
  on: string;
  accordingTo: string[] | null;
  minimumAuthority: SourceAuthority | null;
}

/** A question with its data, and the links of the data followed. */
export interface Question {
  readonly data: DataDocuments;
  readonly ask: Ask;
  readonly plans: PlanChains;
  /** The subject and all that its links lead up to. */
  readonly subjectChain: (subject: string) => ReadonlySet<string>;
  readonly places: Places;
  /** The condition and all that it implies, however far. */
  readonly impliedBy: (condition: string) => ReadonlySet<string>;
}

export function questionOf(data: DataDocuments, ask: Ask): Question {
  const implies = (condition: string): string[] => Object.keys(data.conditions[condition]?.implies ?? {});
  return {
    data,
    ask,
    plans: makePlanChains(data.plans),
    subjectChain: makeSubjectChain(data),
    places: makePlaces(data),
    impliedBy: remember((condition) => reachable(condition, implies)),
  };
}
