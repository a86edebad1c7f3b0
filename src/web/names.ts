/** The names that can be chosen from, read page by page and kept. */
import { useEffect, useState } from 'preact/hooks';
import { ask } from './api.ts';
import {
  PlacesDocument,
  PlansDocument,
  SubjectsDocument,
  type PlansQuery,
  type SubjectsQuery,
} from './generated/graphql.ts';

export type PlanName = PlansQuery['plans']['nodes'][number];
export type SubjectEntry = SubjectsQuery['services']['nodes'][number];

export interface Loading<Item> {
  readonly items: readonly Item[];
  /** Null before the first page. */
  readonly total: number | null;
  readonly isWhole: boolean;
}

/** A list that grows page by page for whoever looks at it; it is read once, whoever else comes. */
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
      this.isStarted = isWhole; // what broke off is read again by the next who looks
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

/** One page after another until the last; false where one did not come. */
export async function everyPage(read: (after: string | null) => Promise<PageEnd | null>): Promise<boolean> {
  for (let end: PageEnd | null = { hasNextPage: true, endCursor: null }; end.hasNextPage;) {
    end = await read(end.endCursor);
    if (end === null) return false;
  }
  return true;
}

const plans = new Growing<PlanName>((add) =>
  everyPage(async (after) => {
    const { data } = await ask(PlansDocument, { after });
    if (data !== null) add(data.plans.nodes, data.plans.totalCount);
    return data?.plans.pageInfo ?? null;
  }),
);

const subjects = new Growing<SubjectEntry>(async (add) => {
  let after: { services: string | null; techniques: string | null; codes: string | null } = {
    services: null,
    techniques: null,
    codes: null,
  };
  for (let more = true; more;) {
    const { data } = await ask(SubjectsDocument, after);
    if (data === null) return false;
    const { services, techniques, billingCodes } = data;
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
    const { data } = await ask(PlacesDocument, { after });
    if (data !== null) add(data.territories.nodes, null);
    return data?.territories.pageInfo ?? null;
  }),
);

export const useEveryPlan = (): Loading<PlanName> => plans.use();
/** Services, then techniques, then codes, page by page. */
export const useEverySubject = (): Loading<SubjectEntry> => subjects.use();
/** By name; empty until they are wanted. */
export const useEveryPlace = (isWanted: boolean): readonly { readonly code: string; readonly name: string }[] =>
  [...places.use(isWanted).items].sort((a, b) => a.name.localeCompare(b.name));
