/** The table of plans and chosen subjects. Only the rows in view are in the document, so it stays fast with 8,000 plans. */
import { useEffect, useMemo } from 'preact/hooks';
import { addressOf, nothingKnown, type MatrixFilter, type Place, type SubjectName } from '../address.ts';
import type { Problem } from '../api.ts';
import { answerAddress, explorerAddress, subjectInput } from '../asking.ts';
import { PlansAndServicesDocument } from '../generated/graphql.ts';
import { useEveryPlan, useEverySubject, type Loading, type PlanName, type SubjectEntry } from '../names.ts';
import { Problems } from '../parts/problems.tsx';
import { Status } from '../parts/status.tsx';
import { amend } from '../router.ts';
import { useCells, type Cell, type Cells } from '../cells.ts';
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

/** A column of the table. */
interface Column {
  readonly subject: SubjectName;
  readonly name: string;
}
/** A subject that can be a column, and how many rules it has. */
interface KnownSubject extends Column {
  readonly rules: number;
}

const keyOf = ({ kind, slug }: SubjectName): string => `${kind}/${slug}`;

export function Matrix({ place }: { readonly place: MatrixPlace }) {
  const address = addressOf(place);
  const filter = useMemo(() => place.filter, [address]);
  useEffect(() => {
    document.title = 'Plans and services · Covergraph';
  }, []);
  const plans = useEveryPlan();
  const subjects = useEverySubject();
  const known = useKnownSubjects(subjects);
  const columns = useColumns(known, filter);
  const candidates = useMemo(
    () => plans.items.filter((plan) => isWanted(plan, filter)),
    [plans.items, filter.text, filter.within, filter.level],
  );
  const cells = useCells(columns.map(({ subject }) => subject));
  const isTooMuch = candidates.length * columns.length > mostFiltered;
  const status = isTooMuch ? null : filter.status;
  const rows = status === null ? candidates : withStatus(candidates, cells, status);
  const { scroller, first, last } = useWindow(rows.length, rowHeight);
  const shown = rows.slice(first, last);
  cells.want((status === null ? shown : candidates).map(({ slug }) => slug));
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
      <Problems problems={distinct([...plans.problems, ...subjects.problems, ...cells.problems])} />
      <Progress
        plans={plans}
        rowCount={rows.length}
        isDeriving={
          status !== null && cells.problems.length === 0 && candidates.some(({ slug }) => cells.of(slug) === undefined)
        }
      />
      <div
        class="scroller tall"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label="Plans and services, a table that scrolls"
      >
        <Table rows={rows} first={first} last={last} columns={columns} cells={cells} filter={filter} />
      </div>
      <Actions filter={filter} columns={columns} shown={shown} />
    </div>
  );
}

/** Each problem once: several parts of the table fail for the same reason. */
const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [problem.message, problem])).values(),
];

/** Every subject that can be a column, by its key. */
function useKnownSubjects({ items }: Loading<SubjectEntry>): ReadonlyMap<string, KnownSubject> {
  return useMemo(
    () =>
      new Map(
        items.flatMap((entry) => {
          const subject = subjectOf(entry);
          if (subject === null) return [];
          return [[keyOf(subject), { subject, name: entry.name, rules: entry.rules.totalCount }] as const];
        }),
      ),
    [items],
  );
}

/** The chosen columns; if none are chosen, the subjects with the most rules. */
function useColumns(known: ReadonlyMap<string, KnownSubject>, filter: MatrixFilter): Column[] {
  const chosen = filter.columns.map(keyOf).join();
  return useMemo(() => {
    const byRules = [...known.values()].sort((a, b) => b.rules - a.rules).map(({ subject }) => subject);
    const subjects = filter.columns.length > 0 ? filter.columns : byRules.slice(0, columnsAtFirst);
    return subjects.map((subject) => ({ subject, name: known.get(keyOf(subject))?.name ?? subject.slug }));
  }, [known, chosen]);
}

/** The plans that have an answer with the status in one of the columns, among those whose answers are loaded. */
function withStatus(plans: readonly PlanName[], cells: Cells, status: string): PlanName[] {
  return plans.filter(({ slug }) => cells.of(slug)?.some((cell) => cell.status === status) ?? false);
}

/** How many plans are shown, and what is still loading. */
function Progress({
  plans: { items, total, isWhole, problems },
  rowCount,
  isDeriving,
}: {
  readonly plans: Loading<PlanName>;
  readonly rowCount: number;
  readonly isDeriving: boolean;
}) {
  return (
    <p class="aside" role="status">
      {total === null
        ? problems.length === 0 && 'Loading the plans…'
        : `${rowCount.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} plans`}
      {!isWhole && total !== null && `, ${items.length.toLocaleString('en-US')} loaded so far`}
      {isDeriving && ', deriving the rest…'}
    </p>
  );
}

interface TableProps {
  readonly rows: readonly PlanName[];
  /** The rows from `first` up to, but not including, `last` are in the document. */
  readonly first: number;
  readonly last: number;
  readonly columns: readonly Column[];
  readonly cells: Cells;
  readonly filter: MatrixFilter;
}

function Table({ rows, first, last, columns, cells, filter }: TableProps) {
  return (
    <table
      aria-rowcount={rows.length + 1}
      style={{ width: `calc(var(--plan-column) + ${String(columns.length)} * var(--answer-column))` }}
    >
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">Plan</th>
          {columns.map(({ subject, name }) => (
            <th key={keyOf(subject)} scope="col">
              <a href={addressOf({ view: 'walk', ...subject })}>{name}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Space rowCount={first} columnCount={columns.length + 1} />
        {rows.slice(first, last).map((plan, index) => (
          <Row
            key={plan.slug}
            plan={plan}
            place={first + index + 2}
            columns={columns}
            cells={cells.of(plan.slug)}
            filter={filter}
          />
        ))}
        <Space rowCount={rows.length - last} columnCount={columns.length + 1} />
      </tbody>
    </table>
  );
}

/** An empty row as high as the rows that are not in the document. */
function Space({ rowCount, columnCount }: { readonly rowCount: number; readonly columnCount: number }) {
  if (rowCount <= 0) return null;
  return (
    <tr class="space" aria-hidden="true">
      <td colSpan={columnCount} style={{ height: `${String(rowCount * rowHeight)}px` }} />
    </tr>
  );
}

function Actions({
  filter,
  columns,
  shown,
}: {
  readonly filter: MatrixFilter;
  readonly columns: readonly Column[];
  readonly shown: readonly PlanName[];
}) {
  return (
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
  );
}

interface RowProps {
  readonly plan: PlanName;
  /** The number of the row in the whole table; the head is row 1. */
  readonly place: number;
  readonly columns: readonly Column[];
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
        marked: isMarked
          ? filter.marked.filter((other) => other !== slug)
          : [...filter.marked, slug].slice(-mostMarked),
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
            key={keyOf(column.subject)}
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
  readonly known: ReadonlyMap<string, Column>;
  readonly isTooMuch: boolean;
}

function Filters({ filter, plans, columns, known, isTooMuch }: FiltersProps) {
  const set = (part: Partial<MatrixFilter>): void => {
    amend({ view: 'matrix', filter: { ...filter, ...part } });
  };
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
      <Choice
        label="Within"
        value={filter.within}
        none="anything"
        options={classesOf(plans)}
        onChoose={(within) => {
          set({ within });
        }}
      />
      <Choice
        label="Kind"
        value={filter.level}
        none="any"
        options={Object.entries(levelWords)}
        onChoose={(level) => {
          set({ level });
        }}
      />
      <Choice
        label="With an answer"
        value={filter.status}
        none={isTooMuch ? 'narrow the plans first' : 'of any kind'}
        options={statuses.map((status) => [status, statusWords[status]])}
        isDisabled={isTooMuch}
        onChoose={(status) => {
          set({ status });
        }}
      />
      <ColumnChooser
        columns={columns}
        known={known}
        onChoose={(chosen) => {
          set({ columns: chosen });
        }}
      />
    </form>
  );
}

type SlugAndName = readonly [slug: string, name: string];

/** The programs and classes that the plans are directly within, by name. */
function classesOf(plans: readonly PlanName[]): SlugAndName[] {
  const names = new Map(plans.flatMap(({ within }) => (within === null ? [] : [[within.slug, within.name] as const])));
  return [...names].sort(([, a], [, b]) => a.localeCompare(b));
}

/** A list to choose one value from; the first option, with the text `none`, gives null. */
function Choice({
  label,
  value,
  none,
  options,
  isDisabled = false,
  onChoose,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly none: string;
  readonly options: readonly SlugAndName[];
  readonly isDisabled?: boolean;
  readonly onChoose: (value: string | null) => void;
}) {
  return (
    <label>
      {label}
      <select
        value={value ?? ''}
        disabled={isDisabled}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value === '' ? null : currentTarget.value);
        }}
      >
        <option value="">{none}</option>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function ColumnChooser({
  columns,
  known,
  onChoose,
}: Pick<FiltersProps, 'columns' | 'known'> & { readonly onChoose: (columns: SubjectName[]) => void }) {
  const isColumn = (key: string): boolean => columns.some((column) => keyOf(column) === key);
  return (
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
                onChoose(isColumn(key) ? columns.filter((column) => keyOf(column) !== key) : [...columns, subject]);
              }}
            />
            {name}
          </label>
        ))}
      </div>
    </details>
  );
}
