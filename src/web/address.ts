/**
 * Converts every state of the page to an address and back. The state is in the fragment, after the `#`, which browsers
 * do not send to servers, so no fact of a case reaches a log. A fact that the address leaves out is unknown, as in the API.
 */
export type SubjectKind = 'service' | 'technique' | 'billing-code';
export type EntryKind = SubjectKind | 'plan' | 'territory' | 'condition' | 'source';

export interface SubjectName {
  readonly kind: SubjectKind;
  readonly slug: string;
}

/** The facts that are known of the case, and which sources to use. */
export interface Case {
  readonly met: readonly string[];
  readonly unmet: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly territory: string | null;
  readonly on: string | null;
  readonly accordingTo: readonly string[];
  readonly minimumAuthority: string | null;
}

/** Which plans and columns the table shows. Empty values and null do not restrict it. */
export interface MatrixFilter {
  readonly text: string;
  readonly within: string | null;
  readonly level: string | null;
  readonly status: string | null;
  readonly columns: readonly SubjectName[];
  /** The slugs of the plans that are selected for comparison. */
  readonly marked: readonly string[];
}

export type Place =
  | { readonly view: 'home' }
  | { readonly view: 'ask'; readonly question: string }
  | {
      readonly view: 'answer';
      readonly plan: string;
      readonly of: SubjectName;
      readonly known: Case;
      readonly why: boolean;
    }
  | {
      readonly view: 'compare';
      readonly plans: readonly string[];
      readonly of: SubjectName | null;
      readonly known: Case;
    }
  | { readonly view: 'matrix'; readonly filter: MatrixFilter }
  | { readonly view: 'walk'; readonly kind: EntryKind; readonly slug: string }
  | { readonly view: 'curator' }
  | { readonly view: 'nowhere' };

export const nothingKnown: Case = {
  met: [],
  unmet: [],
  counts: {},
  territory: null,
  on: null,
  accordingTo: [],
  minimumAuthority: null,
};
export const unfiltered: MatrixFilter = { text: '', within: null, level: null, status: null, columns: [], marked: [] };

const subjectKinds: readonly string[] = ['service', 'technique', 'billing-code'] satisfies SubjectKind[];
const entryKinds: readonly string[] = [...subjectKinds, 'plan', 'territory', 'condition', 'source'];
const isSubjectKind = (text: string): text is SubjectKind => subjectKinds.includes(text);
const isEntryKind = (text: string): text is EntryKind => entryKinds.includes(text);

/** Parses the fragment of an address; the view is `nowhere` if no page makes such an address. */
export function readAddress(hash: string): Place {
  const [path, query] = splitOnce(hash.replace(/^#?\/?/, ''), '?');
  const [view = '', ...rest] = path.split('/').map(decoded);
  const fields = new URLSearchParams(query);
  if (view === '') return { view: 'home' };
  if (view === 'ask') return { view, question: fields.get('q') ?? '' };
  if (view === 'answer') return readAnswer(rest, fields);
  if (view === 'compare') return readComparison(fields);
  if (view === 'matrix') return { view, filter: readFilter(fields) };
  if (view === 'walk') return readWalk(rest);
  return view === 'curator' ? { view } : { view: 'nowhere' };
}

function readAnswer([plan = '', kind = '', slug = '']: readonly string[], fields: URLSearchParams): Place {
  if (plan === '' || !isSubjectKind(kind) || slug === '') return { view: 'nowhere' };
  return { view: 'answer', plan, of: { kind, slug }, known: readCase(fields), why: fields.has('why') };
}

function readComparison(fields: URLSearchParams): Place {
  const plans = listOf(fields.get('plans'));
  return { view: 'compare', plans, of: readSubject(fields.get('of') ?? ''), known: readCase(fields) };
}

function readWalk([kind = '', slug = '']: readonly string[]): Place {
  return isEntryKind(kind) && slug !== '' ? { view: 'walk', kind, slug } : { view: 'nowhere' };
}

/** The address of a state, beginning with `#`. */
export function addressOf(place: Place): string {
  switch (place.view) {
    case 'ask':
      return written(['ask'], { q: place.question });
    case 'answer':
      return written(['answer', place.plan, place.of.kind, place.of.slug], {
        ...writtenCase(place.known),
        why: place.why ? '1' : '',
      });
    case 'compare':
      return written(['compare'], {
        plans: place.plans.join(','),
        of: place.of === null ? '' : `${place.of.kind}/${place.of.slug}`,
        ...writtenCase(place.known),
      });
    case 'matrix':
      return written(['matrix'], writtenFilter(place.filter));
    case 'walk':
      return written(['walk', place.kind, place.slug], {});
    case 'curator':
      return written(['curator'], {});
    default:
      return '#/';
  }
}

function readCase(fields: URLSearchParams): Case {
  const counts = listOf(fields.get('counts'))
    .map((each) => splitOnce(each, ':'))
    .filter(([slug, count]) => slug !== '' && /^\d{1,9}$/.test(count));
  return {
    met: listOf(fields.get('met')),
    unmet: listOf(fields.get('unmet')),
    counts: Object.fromEntries(counts.map(([slug, count]) => [slug, Number(count)])),
    territory: fields.get('in'),
    on: fields.get('on'),
    accordingTo: listOf(fields.get('according-to')),
    minimumAuthority: fields.get('authority'),
  };
}

function writtenCase({
  met,
  unmet,
  counts,
  territory,
  on,
  accordingTo,
  minimumAuthority,
}: Case): Record<string, string> {
  return {
    met: met.join(','),
    unmet: unmet.join(','),
    counts: Object.entries(counts)
      .map(([slug, count]) => `${slug}:${String(count)}`)
      .join(','),
    in: territory ?? '',
    on: on ?? '',
    'according-to': accordingTo.join(','),
    authority: minimumAuthority ?? '',
  };
}

function readFilter(fields: URLSearchParams): MatrixFilter {
  return {
    text: fields.get('text') ?? '',
    within: fields.get('within'),
    level: fields.get('level'),
    status: fields.get('status'),
    columns: listOf(fields.get('of'))
      .map(readSubject)
      .filter((subject) => subject !== null),
    marked: listOf(fields.get('marked')),
  };
}

function writtenFilter({ text, within, level, status, columns, marked }: MatrixFilter): Record<string, string> {
  return {
    text,
    within: within ?? '',
    level: level ?? '',
    status: status ?? '',
    of: columns.map(({ kind, slug }) => `${kind}/${slug}`).join(','),
    marked: marked.join(','),
  };
}

/** A subject in a list: kind/slug. */
export function readSubject(text: string): SubjectName | null {
  const [kind, slug] = splitOnce(text, '/');
  return isSubjectKind(kind) && slug !== '' ? { kind, slug } : null;
}

function written(path: readonly string[], fields: Readonly<Record<string, string>>): string {
  const query = Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(
      ([name, value]) =>
        `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')}`,
    )
    .join('&');
  return `#/${path.map(encodeURIComponent).join('/')}${query === '' ? '' : `?${query}`}`;
}

function listOf(text: string | null): string[] {
  return [...new Set((text ?? '').split(',').filter((each) => each !== ''))];
}

function splitOnce(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + at.length)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
