/**
 * The graph around an entry as a picture. d3-force computes the layout before it is shown, so nothing moves. It is SVG:
 * every entry is a link that works with a keyboard and a screen reader. The arrow keys go to the nearest entry in their
 * direction.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { addressOf, type EntryKind } from '../address.ts';
import { combinedSort, type Neighbor, type WalkEntry } from '../neighbors.ts';
import { entryOf, kindWords, type Named } from '../words.ts';

export interface PictureProps {
  readonly center: WalkEntry;
  readonly neighbors: readonly Neighbor[];
}

interface Dot extends SimulationNodeDatum {
  readonly key: string;
  readonly entry: Named;
  readonly sort: Neighbor['sort'] | 'center';
  readonly label: string;
}

/** The most entries in the picture; more would overlap. The list has all of them. */
const mostDrawn = 36;
const rounds = 240;
const mostLetters = 23;

/** The shape of each kind of entry, as an SVG path around the origin. */
const outlines: Readonly<Record<EntryKind, string>> = {
  plan: 'M-9-9H9V9H-9Z',
  service: 'M0-10A10 10 0 1 1 0 10A10 10 0 1 1 0-10Z',
  technique: 'M0-11L11 8H-11Z',
  'billing-code': 'M-11 0L0-11L11 0L0 11Z',
  territory: 'M-6-10H6L11 0L6 10H-6L-11 0Z',
  condition: 'M-10-6H10V6H-10Z',
  source: 'M-7-10H4L8-6V10H-8V-10Z',
};

const keyOf = ({ kind, slug }: Pick<Named, 'kind' | 'slug'>): string => `${kind} ${slug}`;
/** Shortens a name after a whole word, so that the accessible name, the whole name, begins with the visible label. */
const shortened = (text: string): string =>
  text.length <= mostLetters ? text : text.slice(0, mostLetters + 1).replace(/[\s,;:]+\S*$/, '');

/** Labels are wider than high: the layout is computed in a plane narrower by this factor, then stretched. */
const stretch = 2.4;
const roomAround = 29;

/** The position of each entry in a box of this width and height, with the main entry in the middle. */
function layout(center: Named, neighbors: readonly Neighbor[], width: number, height: number): Dot[] {
  const plane = width / stretch;
  const middle: Dot = {
    key: keyOf(center),
    entry: center,
    sort: 'center',
    label: shortened(center.name),
    fx: plane / 2,
    fy: height / 2,
  };
  const connections = new Map<string, Neighbor[]>();
  for (const neighbor of neighbors)
    connections.set(keyOf(neighbor.entry), [...(connections.get(keyOf(neighbor.entry)) ?? []), neighbor]);
  const around = [...connections].slice(0, mostDrawn).flatMap(([key, to]): Dot[] => {
    const [first] = to;
    if (first === undefined) return [];
    const sort = combinedSort(to.map((each) => each.sort));
    return [{ key, entry: first.entry, sort, label: shortened(first.entry.name) }];
  });
  const dots = [middle, ...around];
  const edge = (at: number, end: number, margin: number): number => Math.max(margin, Math.min(end - margin, at));
  const simulation = forceSimulation(dots)
    .force(
      'links',
      forceLink<Dot, { source: Dot; target: Dot }>(around.map((target) => ({ source: middle, target })))
        .distance(Math.min(plane, height) * 0.36)
        .strength(0.25),
    )
    .force('apart', forceManyBody().strength(-180))
    .force('room', forceCollide<Dot>(roomAround).iterations(3))
    .force('x', forceX<Dot>(plane / 2).strength(0.05))
    .force('y', forceY<Dot>(height / 2).strength(0.05))
    .stop();
  for (let round = 0; round < rounds; round += 1) {
    simulation.tick();
    for (const dot of around)
      Object.assign(dot, {
        x: edge(dot.x ?? 0, plane, marginAside / stretch),
        y: edge(dot.y ?? 0, height, marginBelow),
      });
  }
  for (const dot of dots) dot.x = (dot.x ?? 0) * stretch;
  return dots;
}
/** Half the width of a label, and the height of a shape with its label, in pixels. */
const marginAside = 82;
const marginBelow = 30;

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest other entry in this direction: at most twice as far to the side as in the direction. */
function towards(dots: readonly Dot[], from: Dot, [dx, dy]: readonly [number, number]): Dot | undefined {
  const scored = dots
    .filter((dot) => dot !== from)
    .map((dot) => {
      const [x, y] = [(dot.x ?? 0) - (from.x ?? 0), (dot.y ?? 0) - (from.y ?? 0)];
      const along = x * dx + y * dy;
      return { dot, along, aside: Math.abs(x * dy) + Math.abs(y * dx) };
    });
  return scored
    .filter(({ along, aside }) => along > 0 && aside <= 2 * along)
    .sort((a, b) => a.along + 2 * a.aside - b.along - 2 * b.aside)[0]?.dot;
}

export function Picture({ center, neighbors }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = new ResizeObserver(() => {
      setWidth(Math.round(element.clientWidth));
    });
    measure.observe(element);
    return () => {
      measure.disconnect();
    };
  }, []);
  const drawn = Math.min(mostDrawn, new Set(neighbors.map(({ entry }) => keyOf(entry))).size);
  const height = Math.max(380, Math.round(((drawn + 4) * 9_500) / Math.max(width, 320)));
  const dots = useMemo(() => (width === 0 ? [] : layout(center, neighbors, width, height)), [center, width]);
  const [middle] = dots;
  const step = (event: KeyboardEvent, from: Dot): void => {
    const direction = directions[event.key];
    const next = direction === undefined ? undefined : towards(dots, from, direction);
    if (direction !== undefined) event.preventDefault();
    if (next !== undefined) frame.current?.querySelector<SVGAElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus();
  };
  const total = new Set(neighbors.map(({ entry }) => keyOf(entry))).size;
  return (
    <div ref={frame} class="frame">
      {middle !== undefined && (
        <svg
          viewBox={`0 0 ${String(width)} ${String(height)}`}
          width={width}
          height={height}
          role="group"
          aria-label={`${center.name} and its connections. The arrow keys move between them.`}
        >
          {dots.slice(1).map((dot) => (
            <line key={dot.key} class={`edge ${dot.sort}`} x1={middle.x} y1={middle.y} x2={dot.x} y2={dot.y} />
          ))}
          {dots.map((dot) => {
            const entry = entryOf(dot.entry);
            return (
              <a
                key={dot.key}
                data-key={dot.key}
                class={`dot ${dot.sort}`}
                data-kind={entry.kind}
                href={addressOf({ view: 'walk', ...entry })}
                aria-label={`${dot.entry.name}, ${kindWords[entry.kind]}`}
                onKeyDown={(event) => {
                  step(event, dot);
                }}
              >
                <title>{dot.entry.name}</title>
                <g transform={`translate(${String(dot.x ?? 0)} ${String(dot.y ?? 0)})`}>
                  <circle class="halo" r="17" />
                  <path d={outlines[entry.kind]} />
                  <text y="25" text-anchor="middle" aria-hidden="true">
                    {dot.label}
                  </text>
                </g>
              </a>
            );
          })}
        </svg>
      )}
      <p class="aside">
        {total > mostDrawn &&
          `The first ${String(mostDrawn)} of ${String(total)} are in the picture; the list has all of them. `}
        <span class="key covers">covers</span> <span class="key excludes">excludes</span>{' '}
        <span class="key depends">may, or on conditions</span> <span class="key link">other links</span>
      </p>
    </div>
  );
}
