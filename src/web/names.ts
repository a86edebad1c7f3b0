/** The lists of plans, subjects and places to choose from, loaded page by page once. */
import { useEffect, useState } from 'preact/hooks';
import { ask } from './api.ts';
import {
  PlacesDocument,
  PlansDocument,
  SubjectsDocument,
  type PlansQuery,
  type SubjectsQuery,
} from './generated/graphql.ts';

export type PlanName = NonNullable<PlansQuery['plans']>['nodes'][number];
export type SubjectEntry = NonNullable<SubjectsQuery['services']>['nodes'][number];

/** A list that may be still loading. */
export interface Loading<Item> {
  readonly items: readonly Item[];
  /** The length of the complete list; null before the first page, or if the API does not give it. */
  readonly total: number | null;
  /** True once every page is there. */
  readonly isWhole: boolean;
}

/** A list that is loaded once, page by page, and shared by all components that use it. */
class Growing<Item> {
  private state: Loading<Item> = { items: [], total: null, isWhole: false };
  private readonly watchers = new Set<(state: Loading<Item>) => void>();
  private isStarted = false;
  private readonly read: (add: (items: readonly Item[], total: number | null) => void) => Promise<boolean>;

  constructor(read: (add: (items: readonly Item[], total: number | null) => void) => Promise<boolean>) {
    this.read = read;
  }

  private set(state: Loading<Item>): void {
    this.state = state;
    for (const watcher of this.watchers) watcher(state);
  }

  private start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    const add = (items: readonly Item[], total: number | null): void => {
      this.set({ items: [...this.state.items, ...items], total, isWhole: false });
    };
    void this.read(add).then((isWhole) => {
      this.isStarted = isWhole; // after a failure, the next component that uses the list loads it again
      this.set(isWhole ? { ...this.state, isWhole } : { items: [], total: null, isWhole });
    });
  }

  use(isWanted = true): Loading<Item> {
    const [state, setState] = useState(this.state);
    useEffect(() => {
      if (!isWanted) return;
      this.watchers.add(setState);
      setState(this.state);
      this.start();
      return () => {
        this.watchers.delete(setState);
      };
    }, [isWanted]);
    return state;
  }
}

interface PageEnd {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** Calls `read` for one page after another; false if a page failed to load. */
export async function everyPage(read: (after: string | null) => Promise<PageEnd | null>): Promise<boolean> {
  let end: PageEnd = { hasNextPage: true, endCursor: null };
  while (end.hasNextPage) {
    const next = await read(end.endCursor);
    if (next === null) return false;
    end = next;
  }
  return true;
}

const plans = new Growing<PlanName>((add) =>
  everyPage(async (after) => {
    const page = (await ask(PlansDocument, { after })).data?.plans ?? null;
    if (page !== null) add(page.nodes, page.totalCount);
    return page?.pageInfo ?? null;
  }),
);

const subjects = new Growing<SubjectEntry>(async (add) => {
  let after: { services: string | null; techniques: string | null; codes: string | null } = {
    services: null,
    techniques: null,
    codes: null,
  };
  let more = true;
  while (more) {
    const { data } = await ask(SubjectsDocument, after);
    const { services = null, techniques = null, billingCodes = null } = data ?? {};
    if (services === null || techniques === null || billingCodes === null) return false;
    add(
      [services, techniques, billingCodes].flatMap(({ nodes }) => nodes),
      null,
    );
    more = [services, techniques, billingCodes].some(({ pageInfo }) => pageInfo.hasNextPage);
    after = {
      services: services.pageInfo.endCursor ?? after.services,
      techniques: techniques.pageInfo.endCursor ?? after.techniques,
      codes: billingCodes.pageInfo.endCursor ?? after.codes,
    };
  }
  return true;
});

const places = new Growing<{ readonly code: string; readonly name: string }>((add) =>
  everyPage(async (after) => {
    const page = (await ask(PlacesDocument, { after })).data?.territories ?? null;
    if (page !== null) add(page.nodes, null);
    return page?.pageInfo ?? null;
  }),
);

/** Every plan, loaded page by page. */
export const useEveryPlan = (): Loading<PlanName> => plans.use();
/** Services, techniques and billing codes, loaded page by page. */
export const useEverySubject = (): Loading<SubjectEntry> => subjects.use();
/** Places in the order of their names; they are not loaded before `isWanted` is true. */
export const useEveryPlace = (isWanted: boolean): readonly { readonly code: string; readonly name: string }[] =>
  [...places.use(isWanted).items].sort((a, b) => a.name.localeCompare(b.name));
