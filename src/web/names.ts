/** The lists of plans, subjects and places to choose from, loaded page by page once. */
import { useEffect, useState } from 'preact/hooks';
import { ask, dataGeneration, forget, type OperationResult, type Problem } from './api.ts';
import { useAttempts } from './attempts.ts';
import {
  PlacesDocument,
  PlansDocument,
  SubjectsDocument,
  type PlansQuery,
  type SubjectsQuery,
} from './generated/graphql.ts';
import { orUnreadable, unreadable } from './response.ts';

export type PlanName = NonNullable<PlansQuery['plans']>['nodes'][number];
export type SubjectEntry = NonNullable<SubjectsQuery['services']>['nodes'][number];

/** A list that may be still loading. */
export interface Loading<Item> {
  readonly items: readonly Item[];
  /** The length of the complete list; null before the first page, or if the API does not give it. */
  readonly total: number | null;
  /** True once every page is there. */
  readonly isWhole: boolean;
  /** Why the rest of the list is not there; empty while it is loading. */
  readonly problems: readonly Problem[];
}

type Add<Item> = (items: readonly Item[], total: number | null) => void;
/** Passes each page to `add`; resolves to what went wrong. */
type Read<Item> = (add: Add<Item>) => Promise<readonly Problem[]>;

/** A list that is loaded once, page by page, and shared by all components that use it. */
class Growing<Item> {
  private state: Loading<Item> = { items: [], total: null, isWhole: false, problems: [] };
  private readonly watchers = new Set<(state: Loading<Item>) => void>();
  private isRunning = false;
  private generation = 0;
  private readonly read: Read<Item>;

  constructor(read: Read<Item>) {
    this.read = read;
  }

  private set(state: Loading<Item>): void {
    this.state = state;
    for (const watcher of this.watchers) watcher(state);
  }

  /** Loads the list unless it is loading, or is there as it is in the current data. */
  private start(): void {
    if (this.isRunning || (this.state.isWhole && this.generation === dataGeneration())) return;
    this.isRunning = true;
    this.generation = dataGeneration();
    const found: Item[] = [];
    const show = (total: number | null): void => {
      // A list that is loaded again replaces the list so far only once it is as long.
      const items = found.length < this.state.items.length ? this.state.items : [...found];
      this.set({ items, total, isWhole: false, problems: [] });
    };
    show(this.state.total);
    const add: Add<Item> = (items, total) => {
      found.push(...items);
      show(total);
    };
    void this.read(add)
      .catch(() => {
        forget();
        return [unreadable];
      })
      .then((problems) => {
        this.isRunning = false;
        const isWhole = problems.length === 0;
        this.set({ ...this.state, ...(isWhole ? { items: found } : {}), isWhole, problems });
      });
  }

  use(isWanted = true): Loading<Item> {
    const [state, setState] = useState(this.state);
    const attempts = useAttempts();
    useEffect(() => {
      if (!isWanted) return;
      this.watchers.add(setState);
      setState(this.state);
      this.start();
      return () => {
        this.watchers.delete(setState);
      };
    }, [isWanted, attempts]);
    return state;
  }
}

interface Page<Item> {
  readonly nodes: readonly Item[];
  readonly totalCount?: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Reads one page after another and passes each to `add`; resolves to the problems of the page that failed. */
export async function everyPage<Result, Item>(
  read: (after: string | null) => Promise<OperationResult<Result>>,
  pageIn: (data: Result) => Page<Item> | null | undefined,
  add: Add<Item>,
): Promise<readonly Problem[]> {
  let after: string | null = null;
  for (;;) {
    const { data, problems } = await read(after);
    const page: Page<Item> | null = (data === null ? null : pageIn(data)) ?? null;
    if (page === null) return orUnreadable(problems);
    add(page.nodes, page.totalCount ?? null);
    if (!page.pageInfo.hasNextPage) return [];
    after = page.pageInfo.endCursor;
  }
}

const plans = new Growing<PlanName>((add) =>
  everyPage(
    (after) => ask(PlansDocument, { after }),
    ({ plans: page }) => page,
    add,
  ),
);

const subjects = new Growing<SubjectEntry>(async (add) => {
  let after: { services: string | null; techniques: string | null; codes: string | null } = {
    services: null,
    techniques: null,
    codes: null,
  };
  let more = true;
  while (more) {
    const { data, problems } = await ask(SubjectsDocument, after);
    const pages: readonly (Page<SubjectEntry> | null | undefined)[] =
      data === null ? [] : [data.services, data.techniques, data.billingCodes];
    const [services, techniques, codes] = pages;
    if (services == null || techniques == null || codes == null) return orUnreadable(problems);
    add([...services.nodes, ...techniques.nodes, ...codes.nodes], null);
    more = [services, techniques, codes].some(({ pageInfo }) => pageInfo.hasNextPage);
    after = {
      services: services.pageInfo.endCursor ?? after.services,
      techniques: techniques.pageInfo.endCursor ?? after.techniques,
      codes: codes.pageInfo.endCursor ?? after.codes,
    };
  }
  return [];
});

const places = new Growing<{ readonly code: string; readonly name: string }>((add) =>
  everyPage(
    (after) => ask(PlacesDocument, { after }),
    ({ territories }) => territories,
    add,
  ),
);

/** Every plan, loaded page by page. */
export const useEveryPlan = (): Loading<PlanName> => plans.use();
/** Services, techniques and billing codes, loaded page by page. */
export const useEverySubject = (): Loading<SubjectEntry> => subjects.use();
/** Places in the order of their names; they are not loaded before `isWanted` is true. */
export function useEveryPlace(isWanted: boolean): Loading<{ readonly code: string; readonly name: string }> {
  const list = places.use(isWanted);
  return { ...list, items: [...list.items].sort((a, b) => a.name.localeCompare(b.name)) };
}
