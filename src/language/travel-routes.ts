/**
 * Conditions that a question tells by its places: "through Canada to Alaska". A place is told apart by its code however it
 * is called, and where a condition speaks of another country any country that is no plan's home will do.
 */
import type { Graph, Territory } from '../graph/entries.ts';
import type { Mention } from './chunk-mentions.ts';
import { placeKey, type NameIndex } from './name-index.ts';
import { keyOf, type Token } from './tokenizer.ts';

const homes = new WeakMap<Graph, ReadonlySet<number>>();
/** What any plan counts as home, and the states where none says. */
function homeOfAny(graph: Graph): ReadonlySet<number> {
  let known = homes.get(graph);
  if (!known)
    homes.set(
      graph,
      (known = new Set([
        ...graph.defaultHome,
        ...[...graph.plans.values()].flatMap(({ home }) => [...(home?.atoms ?? [])]),
      ])),
    );
  return known;
}

/** Places outside every list of home territories in the graph. */
export function isForeign(territory: Territory, graph: Graph): boolean {
  const home = homeOfAny(graph);
  return territory === graph.abroad || ![...territory.atoms].some((atom) => home.has(atom));
}

interface Piece {
  readonly key: string;
  /** The same where it is a foreign country, as "another country". */
  readonly abroad: string;
  readonly from: number;
  readonly to: number;
}

export function withTravelRoutes(
  words: readonly Token[],
  mentions: readonly Mention[],
  vocabulary: NameIndex,
): Mention[] {
  const places = mentions.filter(({ terms }) => terms[0]?.entry.kind === 'TERRITORY');
  if (places.length === 0) return [...mentions];
  const pieces = piecesOf(words, places, vocabulary.graph);
  const found: Mention[] = [];
  for (let first = 0; first < pieces.length; first++) {
    for (let last = Math.min(pieces.length, first + vocabulary.longest) - 1; last > first; last--) {
      const stretch = pieces.slice(first, last + 1);
      const [from, to] = [stretch[0]?.from ?? 0, stretch.at(-1)?.to ?? 0];
      const terms =
        vocabulary.routes.get(keyOf(stretch.map(({ key }) => key))) ??
        vocabulary.routes.get(keyOf(stretch.map(({ abroad }) => abroad)));
      if (terms === undefined) continue;
      found.push({ terms, from, to });
      first = last;
      break;
    }
  }
  const isTold = (mention: Mention): boolean => found.some(({ from, to }) => mention.from < to && from < mention.to);
  return [...mentions.filter((mention) => !isTold(mention) || places.includes(mention)), ...found].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
}

function piecesOf(words: readonly Token[], places: readonly Mention[], graph: Graph): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length;) {
    const place = places.find(({ from }) => from === at);
    const territory = place?.terms[0]?.entry;
    if (place && territory?.kind === 'TERRITORY') {
      const key = placeKey(territory);
      pieces.push({
        key,
        abroad: isForeign(territory, graph) ? placeKey(graph.abroad) : key,
        from: place.from,
        to: place.to,
      });
      at = place.to;
    } else {
      const stem = words[at]?.stem ?? '';
      pieces.push({ key: stem, abroad: stem, from: at, to: at + 1 });
      at += 1;
    }
  }
  return pieces;
}
