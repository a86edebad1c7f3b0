/** The table of plans and chosen subjects. Only the rows in view are in the document, so it stays fast with 8,000 plans. */
import { useEffect, useMemo } from 'preact/hooks';
import { addressOf, nothingKnown, type MatrixFilter, type Place, type SubjectName } from '../address.ts';
import { answerAddress, explorerAddress, subjectInput } from '../asking.ts';
import { PlansAndServicesDocument } from '../generated/graphql.ts';
import { useEveryPlan, useEverySubject, type PlanName } from '../names.ts';
import { Status } from '../parts/status.tsx';
import { amend } from '../router.ts';
import { useCells, type Cell } from '../cells.ts';
import { useWindow } from '../window.ts';
import { levelWords, statuses, statusWords, subjectOf } from '../words.ts';
import { Heading } from '../parts/heading.tsx';

type MatrixPlace = Extract<Place, { view: 'matrix' }>;

/** The height of a row in pixels, as in the style sheet. */
const rowHeight = 48;
/** The first columns are the services with the most rules. */
const columnsAtFirst = 8;
/** The most answers that are requested for the filter by status. */
const mostFiltered = 10_000;

export function Matrix({ place }: { readonly place: MatrixPlace }) {
  const address = addressOf(place);
  const filter = useMemo(() => place.filter, [address]);
  useEffect(() => {
    document.title = 'Plans and services · Covergraph';
  }, []);
  const plans = useEveryPlan();
  const subjects = useEverySubject();
  const known = useMemo(
    () =>
      new Map(
        subjects.items.flatMap((entry) => {
          const subject = subjectOf(entry);
          return subject === null
            ? []
            : [
                [
                  `${subject.kind}/${subject.slug}`,
                  { subject, name: entry.name, rules: entry.rules.totalCount },
                ] as const,
              ];
        }),
      ),
    [subjects.items],
  );
  const chosen = filter.columns.map(({ kind, slug }) => `${kind}/${slug}`).join();
  const columns = useMemo(
    () =>
      (filter.columns.length > 0
        ? filter.columns
        : [...known.values()]
            .sort((a, b) => b.rules - a.rules)
            .slice(0, columnsAtFirst)
            .map(({ subject }) => subject)
      ).map((subject) => ({ subject, name: known.get(`${subject.kind}/${subject.slug}`)?.name ?? subject.slug })),
    [known, chosen],
  );
  const narrowed = useMemo(
    () => plans.items.filter((plan) => isWanted(plan, filter)),
    [plans.items, filter.text, filter.within, filter.level],
  );
  const cells = useCells(columns.map(({ subject }) => subject));
  const isTooMuch = narrowed.length * columns.length > mostFiltered;
  const status = isTooMuch ? null : filter.status;
  const rows =
    status === null
      ? narrowed
      : narrowed.filter(({ slug }) => cells.of(slug)?.some((cell) => cell.status === status) ?? false);
  const { scroller, first, last } = useWindow(rows.length, rowHeight);
  const shown = rows.slice(first, last);
  cells.want(status === null ? shown.map(({ slug }) => slug) : narrowed.map(({ slug }) => slug));
  return (
    <div class="matrix">
      <Heading>Plans and services</Heading>
      <Filters
        filter={filter}
        plans={plans.items}
        columns={columns.map(({ subject }) => subject)}
        known={known}
        isTooMuch={isTooMuch}
      />
      <p class="aside" role="status">
        {plans.total === null
          ? 'Reading the plans…'
          : `${rows.length.toLocaleString('en-US')} of ${plans.total.toLocaleString('en-US')} plans`}
        {!plans.isWhole && plans.total !== null && `, ${plans.items.length.toLocaleString('en-US')} read so far`}
        {status !== null && narrowed.some(({ slug }) => cells.of(slug) === undefined) && ', deriving the rest…'}
      </p>
      <div
        class="scroller tall"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label="Plans and services, a table that scrolls"
      >
        <table
          aria-rowcount={rows.length + 1}
          style={{ width: `calc(var(--plan-column) + ${String(columns.length)} * var(--answer-column))` }}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">Plan</th>
              {columns.map(({ subject, name }) => (
                <th key={`${subject.kind}/${subject.slug}`} scope="col">
                  <a href={addressOf({ view: 'walk', ...subject })}>{name}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && (
              <tr class="space" aria-hidden="true">
                <td colSpan={columns.length + 1} style={{ height: `${String(first * rowHeight)}px` }} />
              </tr>
            )}
            {shown.map((plan, index) => (
              <Row
                key={plan.slug}
                plan={plan}
                place={first + index + 2}
                columns={columns}
                cells={cells.of(plan.slug)}
                filter={filter}
              />
            ))}
            {last < rows.length && (
              <tr class="space" aria-hidden="true">
                <td colSpan={columns.length + 1} style={{ height: `${String((rows.length - last) * rowHeight)}px` }} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <p class="actions">
        {filter.marked.length >= 2 ? (
          <a
            class="button"
            href={addressOf({
              view: 'compare',
              plans: filter.marked,
              of: columns[0]?.subject ?? null,
              known: nothingKnown,
            })}
          >
            Compare the {filter.marked.length} marked plans
          </a>
        ) : (
          <span class="aside">Mark two or three plans to see them side by side.</span>
        )}
        <a
          class="button quiet"
          target="_blank"
          rel="noopener"
          href={explorerAddress(PlansAndServicesDocument.toString(), {
            plans: shown.slice(0, 30).map(({ slug }) => slug),
            of: columns.map(({ subject }) => subjectInput(subject)),
          })}
        >
          Open in GraphiQL
        </a>
      </p>
    </div>
  );
}

interface RowProps {
  readonly plan: PlanName;
  /** The number of the row in the whole table; the head is row 1. */
  readonly place: number;
  readonly columns: readonly { readonly subject: SubjectName; readonly name: string }[];
  readonly cells: readonly Cell[] | undefined;
  readonly filter: MatrixFilter;
}

/** Renders again only if its content changes, not on scrolling. */
function Row({ plan, place, columns, cells, filter }: RowProps) {
  const { slug, name } = plan;
  const isMarked = filter.marked.includes(slug);
  const mark = (): void => {
    amend({
      view: 'matrix',
      filter: {
        ...filter,
        marked: isMarked ? filter.marked.filter((each) => each !== slug) : [...filter.marked, slug].slice(-mostMarked),
      },
    });
  };
  return useMemo(
    () => (
      <tr aria-rowindex={place}>
        <th scope="row">
          <label class="mark-plan">
            <input type="checkbox" checked={isMarked} onChange={mark} />
            <span class="unseen">Mark {name} to compare</span>
          </label>
          <a href={addressOf({ view: 'walk', kind: 'plan', slug })}>{name}</a>
        </th>
        {columns.map((column, at) => (
          <Answer
            key={`${column.subject.kind}/${column.subject.slug}`}
            plan={plan}
            subject={column.subject}
            name={column.name}
            cell={cells?.[at]}
          />
        ))}
      </tr>
    ),
    [plan, place, columns, cells, filter],
  );
}
/** If too many are selected, the last ones stay selected. */
const mostMarked = 4;

function Answer({
  plan,
  subject,
  name,
  cell,
}: {
  readonly plan: PlanName;
  readonly subject: SubjectName;
  readonly name: string;
  readonly cell: Cell | undefined;
}) {
  return (
    <td>
      <a href={answerAddress(plan.slug, subject)}>
        {cell === undefined ? <span class="aside">…</span> : <Status status={cell.status} />}
        <span class="unseen">
          {name}, {plan.name}
        </span>
      </a>
    </td>
  );
}

function isWanted({ name, slug, level, within }: PlanName, filter: MatrixFilter): boolean {
  const text = filter.text.trim().toLowerCase();
  return (
    (text === '' || `${name} ${slug}`.toLowerCase().includes(text)) &&
    (filter.level === null || level === filter.level) &&
    (filter.within === null || within?.slug === filter.within)
  );
}

interface FiltersProps {
  readonly filter: MatrixFilter;
  readonly plans: readonly PlanName[];
  readonly columns: readonly SubjectName[];
  readonly known: ReadonlyMap<string, { readonly subject: SubjectName; readonly name: string }>;
  readonly isTooMuch: boolean;
}

function Filters({ filter, plans, columns, known, isTooMuch }: FiltersProps) {
  const set = (part: Partial<MatrixFilter>): void => {
    amend({ view: 'matrix', filter: { ...filter, ...part } });
  };
  const programmes = [
    ...new Map(plans.flatMap(({ within }) => (within === null ? [] : [[within.slug, within.name] as const]))).entries(),
  ].sort(([, a], [, b]) => a.localeCompare(b));
  const isColumn = (key: string): boolean => columns.some(({ kind, slug }) => `${kind}/${slug}` === key);
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <label>
        Plans named
        <input
          type="search"
          value={filter.text}
          onInput={({ currentTarget: { value } }) => {
            set({ text: value });
          }}
        />
      </label>
      <label>
        Within
        <select
          value={filter.within ?? ''}
          onChange={({ currentTarget: { value } }) => {
            set({ within: value === '' ? null : value });
          }}
        >
          <option value="">anything</option>
          {programmes.map(([slug, name]) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Kind
        <select
          value={filter.level ?? ''}
          onChange={({ currentTarget: { value } }) => {
            set({ level: value === '' ? null : value });
          }}
        >
          <option value="">any</option>
          {Object.entries(levelWords).map(([level, word]) => (
            <option key={level} value={level}>
              {word}
            </option>
          ))}
        </select>
      </label>
      <label>
        With an answer
        <select
          value={filter.status ?? ''}
          disabled={isTooMuch}
          onChange={({ currentTarget: { value } }) => {
            set({ status: value === '' ? null : value });
          }}
        >
          <option value="">{isTooMuch ? 'narrow the plans first' : 'of any kind'}</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {statusWords[status]}
            </option>
          ))}
        </select>
      </label>
      <details class="columns-chosen">
        <summary>
          Services shown: {columns.length} of {known.size}
        </summary>
        <div>
          {[...known.entries()].map(([key, { subject, name }]) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={isColumn(key)}
                onChange={() => {
                  set({
                    columns: isColumn(key)
                      ? columns.filter(({ kind, slug }) => `${kind}/${slug}` !== key)
                      : [...columns, subject],
                  });
                }}
              />
              {name}
            </label>
          ))}
        </div>
      </details>
    </form>
  );
}
