/** The page of a question in plain English: the answer and its sources, or what can be asked instead. */
import { useEffect } from 'preact/hooks';
import { addressOf, nothingKnown, type Case, type Place } from '../address.ts';
import type { Problem } from '../api.ts';
import { answerAddress, coverageVariables, explorerAddress } from '../asking.ts';
import { AskDocument, type AnswerFragment, type AskQuery } from '../generated/graphql.ts';
import { Answer } from '../parts/answer.tsx';
import { AskBox } from '../parts/ask-box.tsx';
import { Choose } from '../parts/choose.tsx';
import { useSpoken } from '../live.tsx';
import { EntryLink } from '../parts/links.tsx';
import { Numbered } from '../parts/passages.tsx';
import { Failed, Problems } from '../parts/problems.tsx';
import { Status } from '../parts/status.tsx';
import { orUnreadable } from '../response.ts';
import { go } from '../router.ts';
import { useAnswer } from '../use-answer.ts';
import { counted, entryOf, kindWords, subjectOf } from '../words.ts';
import { Heading } from '../parts/heading.tsx';

type AskPlace = Extract<Place, { view: 'ask' }>;
type AskResult = NonNullable<AskQuery['ask']>;

export function Ask({ place: { question } }: { readonly place: AskPlace }) {
  useEffect(() => {
    document.title = `${question} · Covergraph`;
  }, [question]);
  const { data, problems, isLate } = useAnswer(AskDocument, { question });
  const result = data?.ask ?? null;
  useSpoken(result?.text ?? '');
  return (
    <div class="asked-view" aria-busy={isLate}>
      <AskBox question={question} />
      <AskProblems problems={problems} hasResult={result !== null} isLate={isLate} />
      {result !== null &&
        (result.understood ? <Understood result={result} question={question} /> : <NotUnderstood result={result} />)}
      {result?.operation != null && (
        <p class="actions">
          <a class="button quiet" target="_blank" rel="noopener" href={explorerAddress(result.operation)}>
            Open in GraphiQL
          </a>
        </p>
      )}
    </div>
  );
}

/** What went wrong, or that the answer is loading. */
function AskProblems({
  problems,
  hasResult,
  isLate,
}: {
  readonly problems: readonly Problem[];
  readonly hasResult: boolean;
  readonly isLate: boolean;
}) {
  if (hasResult) return <Problems problems={problems} />;
  if (isLate && problems.length === 0) return <p class="waiting">Working it out…</p>;
  return <Failed title="We could not answer that" problems={orUnreadable(problems)} />;
}

/** The facts of an answer, in the form that the toggles and the address use. */
function caseOf({ given, territory }: AnswerFragment): Case {
  return {
    ...nothingKnown,
    territory: territory?.code ?? null,
    met: given.filter(({ holds }) => holds === true).map(({ condition }) => condition.slug),
    unmet: given.filter(({ holds }) => holds === false).map(({ condition }) => condition.slug),
    counts: Object.fromEntries(
      given.flatMap(({ condition, count }) => (count === null ? [] : [[condition.slug, count]])),
    ),
  };
}

function Understood({ result, question }: { readonly result: AskResult; readonly question: string }) {
  const { yes, text, determinations, concepts, citations } = result;
  const [only, ...others] = determinations;
  const of = only === undefined || others.length > 0 ? null : subjectOf(only.subject);
  if (only !== undefined && of !== null) {
    const known = caseOf(only);
    const place = { view: 'answer', plan: only.plan.slug, of, known, why: false } as const;
    return (
      <>
        <Answer
          answer={only}
          known={known}
          variables={coverageVariables(only.plan.slug, of, known)}
          isLate={false}
          isWhyOpen={false}
          onCaseChange={(next) => {
            go({ ...place, known: next });
          }}
          onWhy={(isOpen) => {
            if (isOpen) go({ ...place, why: true });
          }}
        />
        {text !== only.summary && (
          <section class="card">
            <h2>The answer with numbered sources</h2>
            <Text result={result} />
            <Numbered passages={citations} />
          </section>
        )}
      </>
    );
  }
  return (
    <article class="answer">
      <Heading class="question-asked">{question}</Heading>
      {yes !== null && <p class="yes">{yes ? 'Yes' : 'No'}</p>}
      {determinations.some(({ summary }) => text.includes(summary)) || <Text result={result} />}
      <Answers determinations={determinations} />
      {concepts.length > 0 && (
        <ul class="found">
          {concepts.map((entry) => (
            <li key={`${entry.kind} ${entry.slug}`} class="card">
              <h2>
                <EntryLink entry={entry} />
              </h2>
              <p class="aside">{entry.description ?? kindWords[entryOf(entry).kind]}</p>
            </li>
          ))}
        </ul>
      )}
      {citations.length > 0 && (
        <section class="card">
          <h2>Sources</h2>
          <Numbered passages={citations} />
        </section>
      )}
    </article>
  );
}

/** Makes numbers in brackets links to the sources below. */
function Text({ result: { text, citations } }: { readonly result: AskResult }) {
  return (
    <p class="sentence asked-text">
      {text.split(/(\[\d+\])/).map((part, index) => {
        const number = Number(/^\[(\d+)\]$/.exec(part)?.[1]);
        return number >= 1 && number <= citations.length ? (
          <a
            key={index}
            href={`#source-${String(number)}`}
            onClick={(event) => {
              event.preventDefault();
              document.getElementById(`source-${String(number)}`)?.scrollIntoView();
            }}
          >
            {part}
          </a>
        ) : (
          part
        );
      })}
    </p>
  );
}

function AnswerList({ determinations }: { readonly determinations: readonly AnswerFragment[] }) {
  return (
    <ul class="shown">
      {determinations.map((answer) => {
        const subject = subjectOf(answer.subject);
        return subject === null ? null : (
          <li key={answer.id}>
            <a href={answerAddress(answer.plan.slug, subject, caseOf(answer))}>
              <span class="asked">
                {answer.subject.name}, {answer.plan.name}
              </span>
              <Status status={answer.status} />
              <span class="sentence">{answer.summary}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function Answers({ determinations }: { readonly determinations: readonly AnswerFragment[] }) {
  const plans = [...new Set(determinations.map(({ plan }) => plan.slug))];
  const subjects = new Set(determinations.map(({ subject }) => `${subject.kind} ${subject.slug}`));
  const silent = determinations.filter(({ status }) => status === 'NOT_STATED');
  const [first] = determinations;
  const of = first === undefined ? null : subjectOf(first.subject);
  return (
    <>
      <AnswerList determinations={determinations.filter(({ status }) => status !== 'NOT_STATED')} />
      {silent.length > 0 && (
        <details>
          <summary>{counted(silent.length, ['answer', 'answers'])} that no source states</summary>
          <AnswerList determinations={silent} />
        </details>
      )}
      {first !== undefined && of !== null && subjects.size === 1 && plans.length > 1 && plans.length <= 4 && (
        <p class="actions">
          <a class="button" href={addressOf({ view: 'compare', plans, of, known: caseOf(first) })}>
            Compare the plans
          </a>
        </p>
      )}
    </>
  );
}

function NotUnderstood({
  result: { text, notUnderstood, suggestions, plans, subjects },
}: {
  readonly result: AskResult;
}) {
  const known = [...plans, ...subjects];
  return (
    <section class="card">
      <Heading class="question-asked">We could not answer that</Heading>
      {text !== '' && <p>{text}</p>}
      {notUnderstood.some((name) => !text.includes(name)) && (
        <p>
          We have no entry named{' '}
          {notUnderstood.map((name, index) => (
            <span key={name}>
              {index > 0 && ', '}
              <b>{name}</b>
            </span>
          ))}
          .
        </p>
      )}
      {known.length > 0 && (
        <p>
          We did find:{' '}
          {known.map((entry, index) => (
            <span key={entry.slug}>
              {index > 0 && ', '}
              <EntryLink entry={entry} />
            </span>
          ))}
          .
        </p>
      )}
      {suggestions.length > 0 && (
        <>
          <h2>Ask instead</h2>
          <ul class="plain-list">
            {suggestions.map((question) => (
              <li key={question}>
                <a href={addressOf({ view: 'ask', question })}>{question}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Or choose</h2>
      <Choose />
    </section>
  );
}
