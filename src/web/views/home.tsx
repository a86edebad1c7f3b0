/** The first page: the question box, and three example answers of different kinds. */
import { useEffect, useState } from 'preact/hooks';
import { addressOf, nothingKnown, unfiltered } from '../address.ts';
import { isTransient } from '../api.ts';
import { answerAddress } from '../asking.ts';
import { HomeDocument, type ShownFragment } from '../generated/graphql.ts';
import { AskBox } from '../parts/ask-box.tsx';
import { Choose } from '../parts/choose.tsx';
import { Problems } from '../parts/problems.tsx';
import { Status } from '../parts/status.tsx';
import { useAnswer } from '../use-answer.ts';
import { counted, countWords, subjectOf } from '../words.ts';
import { Heading } from '../parts/heading.tsx';

function Shown({ answer: { plan, subject, territory, status, summary } }: { readonly answer: ShownFragment }) {
  const of = subjectOf(subject);
  if (of === null) return null;
  return (
    <li>
      <a href={answerAddress(plan.slug, of, { ...nothingKnown, territory: territory?.code ?? null })}>
        <span class="asked">
          {subject.name}
          {territory === null ? '' : ` in ${territory.name}`}, {plan.name}
        </span>
        <Status status={status} />
        <span class="sentence">{summary}</span>
      </a>
    </li>
  );
}

export function Home() {
  useEffect(() => {
    document.title = 'Covergraph';
  }, []);
  const [isChoosing, setChoosing] = useState(false);
  const { data, problems } = useAnswer(HomeDocument, {});
  const shown = [data?.conditional, data?.hedged, data?.settled].filter((answer) => answer != null);
  return (
    <div class="home">
      <Heading>What does a health plan cover, on which conditions, and who says so?</Heading>
      <div>
        <AskBox question="" />
        <details
          class="or-choose"
          onToggle={({ currentTarget }) => {
            setChoosing(currentTarget.open);
          }}
        >
          <summary>Or choose a plan and a service</summary>
          {isChoosing && <Choose />}
        </details>
      </div>
      <section aria-labelledby="shown">
        <h2 id="shown">Example answers, derived from the sources just now</h2>
        {/* Unknown names are no failure: other data need not have these examples. */}
        <Problems problems={problems.filter(isTransient)} isAside />
        <ul class="shown">
          {shown.map((answer) => (
            <Shown key={answer.id} answer={answer} />
          ))}
        </ul>
      </section>
      <section class="ways" aria-label="Other views">
        <a href={addressOf({ view: 'matrix', filter: unfiltered })}>
          <b>Every plan, every service</b>
          <span>One table. Mark two or three plans to see where they differ.</span>
        </a>
        <a href={addressOf({ view: 'walk', kind: 'service', slug: 'massage-therapy' })}>
          <b>Walk the graph</b>
          <span>From any entry to the entries connected to it, with the source of each connection.</span>
        </a>
        <a href="#/curator">
          <b>Gaps and conflicts</b>
          <span>Where the data is complete, where sources disagree, and what no source states.</span>
        </a>
      </section>
      {data !== null && (
        <p class="size">
          {[
            ...data.dataset.counts.map(({ kind, count }) => counted(count, countWords[kind])),
            counted(data.dataset.ruleCount, ['rule', 'rules']),
          ].join(' · ')}
        </p>
      )}
    </div>
  );
}
