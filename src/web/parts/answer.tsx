/** An answer: the verdict and its sentence, then the requirements, then the sources. */
import { amountText } from '../../model/answer-words.ts';
import { addressOf, type Case } from '../address.ts';
import { answerAddress, type CoverageVariables } from '../asking.ts';
import { IsItCoveredDocument, type AnswerFragment } from '../generated/graphql.ts';
import { capital, counted, hedgeWords, subjectOf } from '../words.ts';
import { Checklist } from './checklist.tsx';
import { Formalities } from './formalities.tsx';
import { LaterAnswers } from './later.tsx';
import { EntryLink, OpenInExplorer } from './links.tsx';
import { Cited, Sources } from './passages.tsx';
import { Circumstances } from './circumstances.tsx';
import { Disagreement, Position } from './positions.tsx';
import { Routes } from './routes.tsx';
import { Scope } from './scope.tsx';
import { Status } from './status.tsx';
import { Toggles } from './toggles.tsx';
import { Why } from './why.tsx';
import { Heading } from './heading.tsx';

interface Props {
  readonly answer: AnswerFragment;
  readonly known: Case;
  readonly variables: CoverageVariables;
  /** True while another answer is loading. */
  readonly isLate: boolean;
  readonly isWhyOpen: boolean;
  readonly onCaseChange: (known: Case) => void;
  readonly onWhy: (isOpen: boolean) => void;
}

export function Answer({ answer, known, variables, isLate, isWhyOpen, onCaseChange, onWhy }: Props) {
  return (
    <article class="answer" aria-busy={isLate}>
      <header>
        <Heading>
          {answer.subject.name} <span class="under">under {answer.plan.name}</span>
        </Heading>
        <Verdict answer={answer} />
        <Actions answer={answer} known={known} variables={variables} onWhy={onWhy} />
      </header>
      <div class="columns">
        <div>
          <Checklist requirements={answer.requirements} />
          <Formalities formalities={answer.formalities} />
          <Routes answer={answer} />
          <Amounts answer={answer} />
          <LaterAnswers changes={answer.upcomingChanges} />
        </div>
        <WhatIf answer={answer} known={known} onCaseChange={onCaseChange} />
      </div>
      <SourcesCompared answer={answer} known={known} onCaseChange={onCaseChange} />
      <Derivation variables={variables} isWhyOpen={isWhyOpen} onWhy={onWhy} />
      {answer.citations.length > 0 && (
        <section class="card">
          <h2>Sources</h2>
          <Sources passages={answer.citations} />
        </section>
      )}
      <FurtherInformation answer={answer} known={known} />
    </article>
  );
}

/** The status with its sentence, the outcomes still possible, and why the answer is not firmer. */
function Verdict({ answer: { status, summary, possibleOutcomes, hedges, notStated } }: Pick<Props, 'answer'>) {
  return (
    <div class="verdict" data-status={status}>
      <p>
        <Status status={status} size="large" />
      </p>
      <p class="sentence">{summary}</p>
      {status === 'CONDITIONAL' && (
        <p class="outcomes">
          Possible outcomes:{' '}
          {possibleOutcomes.map((outcome) => (
            <Status key={outcome} status={outcome} />
          ))}
        </p>
      )}
      {hedges.map((hedge) => (
        <p key={hedge} class="aside">
          {hedgeWords[hedge]}
        </p>
      ))}
      {notStated !== null && <p class="aside">Not stated is not a no. Ask the plan.</p>}
    </div>
  );
}

/** Links to the derivation, to a comparison with other plans, and to GraphiQL. */
function Actions({ answer, known, variables, onWhy }: Pick<Props, 'answer' | 'known' | 'variables' | 'onWhy'>) {
  const of = subjectOf(answer.subject);
  return (
    <p class="actions">
      <a
        class="button quiet"
        href="#why"
        onClick={(event) => {
          event.preventDefault();
          onWhy(true);
          document.getElementById('why')?.scrollIntoView();
          document.querySelector<HTMLElement>('#why > summary')?.focus();
        }}
      >
        Why?
      </a>
      {of !== null && (
        <a
          class="button quiet"
          href={addressOf({
            view: 'compare',
            plans: [answer.plan.slug],
            of,
            known: { ...known, accordingTo: [], minimumAuthority: null },
          })}
        >
          Compare with other plans
        </a>
      )}
      <OpenInExplorer document={IsItCoveredDocument} variables={variables} />
    </p>
  );
}

function whatIfText({ missing, given }: AnswerFragment): string {
  if (missing.length > 0) return 'Answer what you can. The result updates as you go.';
  const settled = 'No further details would change this answer.';
  return given.length > 0 ? `${settled} You can still change what you gave.` : settled;
}

/** The questions that the answer depends on, and where and when the care is given. */
function WhatIf({ answer, known, onCaseChange }: Pick<Props, 'answer' | 'known' | 'onCaseChange'>) {
  return (
    <section class="card what-if" aria-labelledby="what-if">
      <h2 id="what-if">What if?</h2>
      <p class="aside">{whatIfText(answer)}</p>
      <Toggles
        key={`${answer.plan.slug} ${answer.subject.slug}`}
        known={known}
        missing={answer.missing}
        given={answer.given.map(({ condition }) => condition)}
        next={answer.nextQuestion?.slug ?? null}
        onCaseChange={onCaseChange}
      />
      <Circumstances known={known} on={answer.on} onCaseChange={onCaseChange} />
    </section>
  );
}

/** The derivation, which is loaded only when it is opened. */
function Derivation({ variables, isWhyOpen, onWhy }: Pick<Props, 'variables' | 'isWhyOpen' | 'onWhy'>) {
  return (
    <details
      id="why"
      class="card"
      open={isWhyOpen}
      onToggle={({ currentTarget: { open } }) => {
        onWhy(open);
      }}
    >
      <summary>
        <h2>Why?</h2>{' '}
        <span class="aside">The derivation step by step, with its sources, and the rules that did not decide</span>
      </summary>
      {isWhyOpen && <Why variables={variables} />}
    </details>
  );
}

/** Limits and costs, each with the conditions on which it applies. */
function Amounts({ answer: { limits, costs } }: Pick<Props, 'answer'>) {
  const lists = [
    { title: 'Limits', items: limits },
    { title: 'What the person pays', items: costs },
  ].filter(({ items }) => items.length > 0);
  return (
    <>
      {lists.map(({ title, items }) => (
        <section key={title} class="card">
          <h2>{title}</h2>
          <ul class="amounts">
            {items.map((amount) => (
              <li key={amountText(amount)}>
                {capital(amountText(amount))}
                <Cited passages={amount.citations} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** How many disagreements are shown open; the others are closed at first. */
const mostShown = 2;

/** Disagreements between the sources, and what each source says on its own. */
function SourcesCompared({
  answer: { disagreements, positions },
  known,
  onCaseChange,
}: Pick<Props, 'answer' | 'known' | 'onCaseChange'>) {
  return (
    <>
      {known.accordingTo.length > 0 && (
        <p class="narrowed">
          Only {counted(known.accordingTo.length, ['source is', 'sources are'])} included.{' '}
          <button
            type="button"
            onClick={() => {
              onCaseChange({ ...known, accordingTo: [] });
            }}
          >
            Include all
          </button>
        </p>
      )}
      {disagreements.length > 0 && (
        <section class="card">
          <h2>Where the sources disagree</h2>
          {disagreements.slice(0, mostShown).map((each) => (
            <Disagreement key={each.id} of={each} />
          ))}
          {disagreements.length > mostShown && (
            <details class="more">
              <summary>{disagreements.length - mostShown} more</summary>
              {disagreements.slice(mostShown).map((each) => (
                <Disagreement key={each.id} of={each} />
              ))}
            </details>
          )}
        </section>
      )}
      {positions.length > 1 && (
        <details class="card">
          <summary>
            <h2>What each source says on its own</h2>
          </summary>
          <div class="sides">
            {positions.map((position, index) => (
              <Position
                key={index}
                position={position}
                onUseOnly={(sources) => {
                  onCaseChange({ ...known, accordingTo: sources });
                }}
              />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

/** Alternatives, assumptions, where the answer was looked for, and the sources that the answer is limited to. */
function FurtherInformation({ answer, known }: Pick<Props, 'answer' | 'known'>) {
  const { alternatives, assumptions, accordingTo } = answer;
  return (
    <div class="columns even">
      {alternatives.length > 0 && <Alternatives alternatives={alternatives} known={known} />}
      {assumptions.length > 0 && (
        <section class="card">
          <h2>What we assumed</h2>
          <ul class="plain-list">
            {assumptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <Scope answer={answer} />
      {accordingTo !== null && (
        <section class="card">
          <h2>According to</h2>
          <ul class="plain-list">
            {accordingTo.map((source) => (
              <li key={source.slug}>
                <EntryLink entry={source} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Alternatives({
  alternatives,
  known,
}: {
  readonly alternatives: AnswerFragment['alternatives'];
  readonly known: Case;
}) {
  return (
    <section class="card">
      <h2>Alternatives with a better answer</h2>
      <ul class="plain-list">
        {alternatives.map(({ id, status, summary, plan, subject }) => {
          const of = subjectOf(subject);
          return (
            <li key={id}>
              <p>
                <Status status={status} />{' '}
                {of === null ? (
                  subject.name
                ) : (
                  <a href={answerAddress(plan.slug, of, known)}>
                    {subject.name}, {plan.name}
                  </a>
                )}
              </p>
              <p class="aside">{summary}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
