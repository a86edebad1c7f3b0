/** The curator's page: where the data is complete, which sources are old, where sources disagree, and what no source states. */
import { useEffect, useState } from 'preact/hooks';
import { ask, dataGeneration, type Problem } from '../api.ts';
import { answerAddress } from '../asking.ts';
import { useAttempts } from '../attempts.ts';
import { useToday } from '../day.ts';
import {
  CuratorDocument,
  DisagreementsDocument,
  SourcesDocument,
  type DisagreementFragment,
  type SourcesQuery,
} from '../generated/graphql.ts';
import { EntryLink } from '../parts/links.tsx';
import { Cited } from '../parts/passages.tsx';
import { Disagreement } from '../parts/positions.tsx';
import { Pending, Problems } from '../parts/problems.tsx';
import { orUnreadable, unreadable } from '../response.ts';
import { everyPage, useEveryPlan, useEverySubject } from '../names.ts';
import { useAnswer } from '../use-answer.ts';
import { useUnstated } from '../unstated.ts';
import { authorityWords, counted, countWords, dayInWords, notStatedWords, subjectOf } from '../words.ts';
import { Heading } from '../parts/heading.tsx';

export function Curator() {
  useEffect(() => {
    document.title = 'Gaps and conflicts · Covergraph';
  }, []);
  const { data, problems, isLate } = useAnswer(CuratorDocument, {});
  useAttempts(); // renders again when the data has changed
  // A changed key makes Preact build the lists again, which reads them again.
  const key = `${useToday()} ${String(dataGeneration())}`;
  return (
    <div class="curator">
      <Heading>Gaps and conflicts</Heading>
      {data === null ? <Pending problems={problems} isLate={isLate} /> : <Problems problems={problems} />}
      {data !== null && (
        <>
          <p class="size">
            {[
              ...data.dataset.counts.map(({ kind, count }) => counted(count, countWords[kind])),
              counted(data.dataset.ruleCount, ['rule', 'rules']),
            ].join(' · ')}
          </p>
          <p class="aside">
            Loaded {dayInWords(data.dataset.loadedAt.slice(0, 10))}, version{' '}
            <code>{data.dataset.version.slice(0, 12)}</code>
          </p>
          <section class="card">
            <h2>Complete coverage claims</h2>
            <p class="aside">Outside these claims the data may have gaps, and answers say so.</p>
            {data.dataset.completeness.map(({ text, asOf, plans, subjects, citations }) => (
              <article key={text} class="claim">
                <p>
                  {text} <span class="aside">Checked {dayInWords(asOf)}</span>
                </p>
                <p class="aside">
                  {plans.map((plan, index) => (
                    <span key={plan.slug}>
                      {index > 0 && ', '}
                      <EntryLink entry={plan} />
                    </span>
                  ))}{' '}
                  ×{' '}
                  {subjects.map((subject, index) => (
                    <span key={subject.slug}>
                      {index > 0 && ', '}
                      <EntryLink entry={subject} />
                    </span>
                  ))}
                </p>
                <Cited passages={citations} />
              </article>
            ))}
          </section>
        </>
      )}
      <OldSources key={`sources ${key}`} />
      <Unstated />
      <Disagreements key={`disagreements ${key}`} />
      {data !== null && (
        <section class="card">
          <h2>Notices</h2>
          <ul class="plain-list">
            {data.dataset.notices.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type SourceEntry = NonNullable<SourcesQuery['sources']>['nodes'][number];

/** `sources` is null until every page of the list has arrived; `problems` says why it never will. */
interface SourceList {
  readonly sources: readonly SourceEntry[] | null;
  readonly problems: readonly Problem[];
}

/** Reads every source, the one checked longest ago first. Rejects if the request is aborted. */
async function readSources(signal: AbortSignal): Promise<SourceList> {
  const sources: SourceEntry[] = [];
  const problems = await everyPage(
    (after) => ask(SourcesDocument, { after }, signal),
    ({ sources: page }) => page,
    (nodes) => sources.push(...nodes),
  );
  if (problems.length > 0) return { sources: null, problems };
  return { sources: sources.sort((a, b) => a.checkedOn.localeCompare(b.checkedOn)), problems };
}

/** The sources whose check is too old. It says that there are none only after every source has been read. */
function OldSources() {
  const [{ sources, problems }, setList] = useState<SourceList>({ sources: null, problems: [] });
  const attempts = useAttempts();
  useEffect(() => {
    const stop = new AbortController();
    setList((last) => ({ ...last, problems: [] }));
    readSources(stop.signal).then(setList, () => {
      if (!stop.signal.aborted) setList({ sources: null, problems: [unreadable] });
    });
    return () => {
      stop.abort();
    };
  }, [attempts]);
  return (
    <section class="card">
      <h2>Stale citations</h2>
      <Problems problems={problems} />
      {sources === null && problems.length === 0 && <p class="aside">Looking…</p>}
      {sources === null && problems.length > 0 && (
        <p>The sources could not be loaded, so we do not know which were checked too long ago.</p>
      )}
      {sources !== null && <SourcesByAge sources={sources} />}
    </section>
  );
}

function SourcesByAge({ sources }: { readonly sources: readonly SourceEntry[] }) {
  const stale = sources.filter(({ isStale }) => isStale);
  return (
    <>
      <p>
        {stale.length === 0
          ? 'No source was checked too long ago.'
          : `${counted(stale.length, countWords.SOURCE)} checked too long ago: what cites them may be out of date.`}
      </p>
      <details open={stale.length > 0}>
        <summary>{counted(sources.length, countWords.SOURCE)}, least recently checked first</summary>
        <div class="scroller" tabIndex={0} role="region" aria-label="Sources by the day they were checked">
          <table>
            <thead>
              <tr>
                <th scope="col">Source</th>
                <th scope="col">Authority</th>
                <th scope="col">Published</th>
                <th scope="col">Checked</th>
                <th scope="col">Rules</th>
              </tr>
            </thead>
            <tbody>
              {(stale.length > 0 ? stale : sources).map((source) => (
                <tr key={source.slug}>
                  <th scope="row">
                    <EntryLink entry={source} />
                  </th>
                  <td>{authorityWords[source.authority]}</td>
                  <td>{source.publishedOn === null ? 'no date given' : dayInWords(source.publishedOn)}</td>
                  <td>
                    {dayInWords(source.checkedOn)}
                    {source.isStale && <strong class="stale"> Not checked recently</strong>}
                  </td>
                  <td>{source.rules.totalCount}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function Unstated() {
  const plans = useEveryPlan();
  const subjects = useEverySubject();
  const services = subjects.items.filter(({ kind }) => kind === 'SERVICE');
  const unstated = useUnstated(plans.isWhole && subjects.isWhole ? { plans: plans.items, services } : null);
  const { cells, checked, total, isPartial } = unstated;
  const problems = [...plans.problems, ...subjects.problems, ...unstated.problems].slice(0, 1);
  const byPlan = plans.items
    .map((plan) => ({ plan, open: cells.filter(({ plan: slug }) => slug === plan.slug) }))
    .filter(({ open }) => open.length > 0);
  return (
    <section class="card">
      <h2>What no source states</h2>
      <p>
        {`${cells.length.toLocaleString('en-US')} of ${checked.toLocaleString('en-US')} plan and service pairs checked have no stated answer when no facts are given.`}
        {checked < total && !isPartial && problems.length === 0 && ' Still looking…'}
        {problems.length > 0 && ' The rest could not be checked.'}
        {isPartial && ` There are ${total.toLocaleString('en-US')} in all; only the first were checked.`}
      </p>
      <Problems problems={problems} />
      {byPlan.map(({ plan, open }) => (
        <details key={plan.slug}>
          <summary>
            {plan.name}: {open.length} of {services.length}
          </summary>
          <ul class="open-cells">
            {open.map(({ service, reason }) => {
              const entry = services.find(({ slug }) => slug === service);
              const subject = entry === undefined ? null : subjectOf(entry);
              return entry === undefined || subject === null ? null : (
                <li key={service}>
                  <a href={answerAddress(plan.slug, subject)}>{entry.name}</a>{' '}
                  <span class="aside">{reason === null ? '' : notStatedWords[reason]}</span>
                </li>
              );
            })}
          </ul>
        </details>
      ))}
    </section>
  );
}

function Disagreements() {
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  const [found, setFound] = useState<readonly DisagreementFragment[]>([]);
  const [total, setTotal] = useState<number | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const last = pages.at(-1) ?? null;
  const attempts = useAttempts();
  useEffect(() => {
    const stop = new AbortController();
    setProblems([]);
    ask(DisagreementsDocument, { after: last }, stop.signal).then(
      ({ data, problems: reported }) => {
        if (stop.signal.aborted) return;
        const page = data?.disagreements ?? null;
        setProblems(page === null ? orUnreadable(reported) : reported);
        if (page === null) return;
        const { nodes, totalCount, pageInfo } = page;
        setFound((before) => [...new Map([...before, ...nodes].map((each) => [each.id, each])).values()]);
        setTotal(totalCount);
        setNext(pageInfo.hasNextPage ? pageInfo.endCursor : null);
      },
      () => undefined,
    );
    return () => {
      stop.abort();
    };
  }, [last, attempts]);
  return (
    <section class="card">
      <h2>Where the sources disagree</h2>
      <Problems problems={problems} />
      {total === null && problems.length === 0 && <p class="aside">Looking…</p>}
      {total !== null && (
        <p class="aside">{total.toLocaleString('en-US')} in all, derived from rules, links, names and remarks</p>
      )}
      {found.map((each) => (
        <Disagreement key={each.id} of={each} />
      ))}
      {next !== null && (
        <button
          type="button"
          onClick={() => {
            setPages([...pages, next]);
          }}
        >
          Show more
        </button>
      )}
    </section>
  );
}
