/** What a curator looks at: what the data claims to hold, what grew old, where sources part, and what nobody has stated. */
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../api.ts';
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
import { EntryLink, Problems } from '../parts/links.tsx';
import { Cited } from '../parts/passages.tsx';
import { Disagreement } from '../parts/positions.tsx';
import { everyPage, useEveryPlan, useEverySubject } from '../names.ts';
import { useAnswer } from '../use-answer.ts';
import { useUnstated } from '../unstated.ts';
import { authorityWords, counted, countWords, dayInWords, notStatedWords, subjectOf } from '../words.ts';
import { Heading } from '../parts/heading.tsx';

export function Curator() {
  useEffect(() => {
    document.title = 'What is open · Covergraph';
  }, []);
  const { data, problems } = useAnswer(CuratorDocument, {});
  // Another key begins the lists again.
  const key = `${useToday()} ${String(useAttempts())}`;
  return (
    <div class="curator">
      <Heading>What is open</Heading>
      <Problems problems={problems} />
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
            <h2>What the data claims to hold in full</h2>
            <p class="aside">Anything else is open, and answers say so.</p>
            {data.dataset.completeness.map(({ text, asOf, plans, subjects, citations }) => (
              <article key={text} class="claim">
                <p>
                  {text} <span class="aside">Found true {dayInWords(asOf)}</span>
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

type SourceEntry = SourcesQuery['sources']['nodes'][number];

function OldSources() {
  const [sources, setSources] = useState<readonly SourceEntry[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      const found: SourceEntry[] = [];
      await everyPage(async (after) => {
        const { data } = await ask(SourcesDocument, { after }, stop.signal);
        found.push(...(data?.sources.nodes ?? []));
        return data?.sources.pageInfo ?? null;
      });
      setSources(found.sort((a, b) => a.checkedOn.localeCompare(b.checkedOn)));
    })().catch(() => undefined);
    return () => {
      stop.abort();
    };
  }, []);
  const stale = sources.filter(({ isStale }) => isStale);
  return (
    <section class="card">
      <h2>Stale citations</h2>
      <p>
        {stale.length === 0
          ? 'No source was checked too long ago.'
          : `${counted(stale.length, countWords.SOURCE)} checked too long ago: what cites them may be out of date.`}
      </p>
      <details open={stale.length > 0}>
        <summary>{counted(sources.length, countWords.SOURCE)}, the longest unchecked first</summary>
        <div class="scroller" tabIndex={0} role="region" aria-label="Sources by the day they were checked">
          <table>
            <thead>
              <tr>
                <th scope="col">Source</th>
                <th scope="col">Weight</th>
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
                    {source.isStale && <strong class="stale"> Long ago</strong>}
                  </td>
                  <td>{source.rules.totalCount}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function Unstated() {
  const plans = useEveryPlan();
  const subjects = useEverySubject();
  const services = subjects.items.filter(({ kind }) => kind === 'SERVICE');
  const { cells, looked, total, isPartial } = useUnstated(
    plans.isWhole && subjects.isWhole ? { plans: plans.items, services } : null,
  );
  const byPlan = plans.items
    .map((plan) => ({ plan, open: cells.filter(({ plan: slug }) => slug === plan.slug) }))
    .filter(({ open }) => open.length > 0);
  return (
    <section class="card">
      <h2>What nobody has stated</h2>
      <p>
        {`${cells.length.toLocaleString('en-US')} of ${looked.toLocaleString('en-US')} answers looked at, plan by service, with nothing given.`}
        {looked < total && !isPartial && ' Still looking…'}
        {isPartial && ` There are ${total.toLocaleString('en-US')} in all; the first were looked at.`}
      </p>
      {byPlan.map(({ plan, open }) => (
        <details key={plan.slug}>
          <summary>
            {plan.name}: {open.length} of {services.length}
          </summary>
          <ul class="open-cells">
            {open.map(({ service, reason }) => {
              const entry = services.find(({ slug }) => slug === service);
              const of = entry === undefined ? null : subjectOf(entry);
              return entry === undefined || of === null ? null : (
                <li key={service}>
                  <a href={answerAddress(plan.slug, of)}>{entry.name}</a>{' '}
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
  const last = pages.at(-1) ?? null;
  useEffect(() => {
    const stop = new AbortController();
    ask(DisagreementsDocument, { after: last }, stop.signal).then(
      ({ data }) => {
        if (data === null || stop.signal.aborted) return;
        const { nodes, totalCount, pageInfo } = data.disagreements;
        setFound((before) => [...new Map([...before, ...nodes].map((each) => [each.id, each])).values()]);
        setTotal(totalCount);
        setNext(pageInfo.hasNextPage ? pageInfo.endCursor : null);
      },
      () => undefined,
    );
    return () => {
      stop.abort();
    };
  }, [last]);
  return (
    <section class="card">
      <h2>Where the sources disagree</h2>
      <p class="aside">
        {total === null
          ? 'Looking…'
          : `${total.toLocaleString('en-US')} in all, derived from rules, links, names and remarks`}
      </p>
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
