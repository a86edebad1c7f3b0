/** The page of one answer: the verdict, its requirements, the open questions and the sources. */
import { useEffect, useState } from 'preact/hooks';
import { addressOf, nothingKnown, type Case, type Place } from '../address.ts';
import { coverageVariables } from '../asking.ts';
import { IsItCoveredDocument } from '../generated/graphql.ts';
import { Answer } from '../parts/answer.tsx';
import { Problems } from '../parts/links.tsx';
import { amend, go } from '../router.ts';
import { useAnswer } from '../use-answer.ts';
import { statusWords } from '../words.ts';
import { Heading } from '../parts/heading.tsx';

type AnswerPlace = Extract<Place, { view: 'answer' }>;

export function AnswerView({ place }: { readonly place: AnswerPlace }) {
  const { plan, of, known, why } = place;
  const variables = coverageVariables(plan, of, known);
  const { data, problems, isLate } = useAnswer(IsItCoveredDocument, variables);
  const answer = data?.coverage ?? null;
  const title = answer === null ? 'Answer' : `${answer.subject.name}, ${answer.plan.name}`;
  useEffect(() => {
    document.title = `${title} · Covergraph`;
  }, [title]);
  // Screen readers announce the answer when it arrives, and each answer that replaces it.
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (answer !== null && !isLate) setSpoken(`${statusWords[answer.status]}. ${answer.summary}`);
  }, [answer, isLate]);

  const say = (next: Case): void => {
    go({ ...place, known: next });
  };
  return (
    <div class="answer-view">
      <p class="unseen" role="status" aria-live="polite">
        {spoken}
      </p>
      {answer === null && problems.length === 0 && <p class="waiting">Working it out…</p>}
      {problems.length > 0 && (
        <section>
          <Heading>We could not answer this</Heading>
          <Problems problems={problems} />
          <p>
            <a class="button" href={addressOf({ ...place, known: nothingKnown })}>
              Ask without any facts
            </a>{' '}
            <a class="button quiet" href="#/">
              Ask another question
            </a>
          </p>
        </section>
      )}
      {answer !== null && problems.length === 0 && (
        <Answer
          answer={answer}
          known={known}
          variables={variables}
          isLate={isLate}
          isWhyOpen={why}
          onCaseChange={say}
          onWhy={(isOpen) => {
            if (isOpen !== why) amend({ ...place, why: isOpen });
          }}
        />
      )}
    </div>
  );
}
