/** Collects the links of a graph while it is built. Each link is stated once, and its inverse is added with it. */
import { LINK_INVERSES, type LinkKind, type SynonymMatch } from '../model/words.ts';
import type { Entry, Link, Passage } from './entries.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const KIND_ORDER = Object.keys(LINK_INVERSES);
const INVERSE_MATCH = { EXACT: 'EXACT', CLOSE: 'CLOSE', BROADER: 'NARROWER', NARROWER: 'BROADER' } as const;

/** Every passage once, in the order of first mention. */
export function union(lists: Iterable<readonly Passage[]>): Passage[] {
  const all = new Set<Passage>();
  for (const list of lists) for (const passage of list) all.add(passage);
  return [...all];
}

/** Orders links by kind and then by the slug of the other end, by code unit. */
function compareLinks(a: Link, b: Link): number {
  const byKind = KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind);
  if (byKind !== 0 || a.to.slug === b.to.slug) return byKind;
  return a.to.slug < b.to.slug ? -1 : 1;
}

/** The links by entry. */
export class LinkBook {
  readonly #byEntry = new Map<Entry, Map<string, Mutable<Link>>>();
  readonly #stated = new Set<Link>();

  /** Adds a link and its inverse. If two files state the same link, it is one link with the citations of both. */
  state(kind: LinkKind, from: Entry, to: Entry, cites: readonly Passage[], match: SynonymMatch | null = null): Link {
    const link = this.#enter(kind, from, to, cites, match);
    this.#stated.add(link);
    this.#enter(LINK_INVERSES[kind], to, from, cites, match && INVERSE_MATCH[match]);
    return link;
  }

  /** Adds citations to a link that was stated without any, and to its inverse. */
  cite(link: Link, cites: readonly Passage[]): void {
    this.#enter(link.kind, link.from, link.to, cites, link.match);
    this.#enter(LINK_INVERSES[link.kind], link.to, link.from, cites, null);
  }

  /** The links of an entry in the order of kinds, then of the other end's slug. */
  of(entry: Entry): Link[] {
    return [...(this.#byEntry.get(entry)?.values() ?? [])].sort(compareLinks);
  }

  /** The links of an entry that its own file states. */
  statedBy(entry: Entry): Link[] {
    return this.of(entry).filter((link) => this.#stated.has(link));
  }

  #enter(kind: LinkKind, from: Entry, to: Entry, cites: readonly Passage[], match: SynonymMatch | null): Mutable<Link> {
    const links = this.#byEntry.get(from) ?? new Map<string, Mutable<Link>>();
    this.#byEntry.set(from, links);
    const key = `${kind} ${to.kind} ${to.slug}`;
    const known = links.get(key);
    if (known) {
      known.cites = union([known.cites, cites]);
      return known;
    }
    const link: Mutable<Link> = { kind, from, to, match, cites };
    links.set(key, link);
    return link;
  }
}
