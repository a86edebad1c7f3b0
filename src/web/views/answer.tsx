/** The page of one answer: the verdict, its requirements, the open questions and the sources. */
import { useEffect } from 'preact/hooks';
import { addressOf, nothingKnown, type Case, type Place } from '../address.ts';
import type { Problem } from '../api.ts';
import { coverageVariables } from '../asking.ts';
import { IsItCoveredDocument, type ConceptKind } from '../generated/graphql.ts';
import { useSpoken } from '../live.tsx';
import { Answer } from '../parts/answer.tsx';
import { Failed, Problems, type AddressWith } from '../parts/problems.tsx';
import { orUnreadable } from '../response.ts';
import { amend, go } from '../router.ts';
import { useAnswer } from '../use-answer.ts';
import { statusWords, subjectOf } from '../words.ts';

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
  useSpoken(answer === null ? '' : `${statusWords[answer.status]}. ${answer.summary}`);

  const say = (next: Case): void => {
    go({ ...place, known: next });
  };
  if (answer === null) {
    if (isLate && problems.length === 0) return <p class="waiting">Working it out…</p>;
    return <NoAnswer place={place} problems={orUnreadable(problems)} />;
  }
  return (
    <div class="answer-view">
      <Problems problems={problems} />
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
    </div>
  );
}

/** Arguments that an answer can do without. */
const dispensable = /^(given|accordingTo|minimumAuthority)/;

function NoAnswer({ place, problems }: { readonly place: AnswerPlace; readonly problems: readonly Problem[] }) {
  const addressWith: AddressWith = ({ kind, slug }) => {
    const of = subjectOf({ kind: kind as ConceptKind, slug });
    if (kind === 'PLAN') return addressOf({ ...place, plan: slug });
    return of === null ? null : addressOf({ ...place, of });
  };
  return (
    <Failed title="We could not answer this" problems={problems} addressWith={addressWith}>
      <p>
        {problems.every(({ argument }) => dispensable.test(argument)) && (
          <>
            <a class="button" href={addressOf({ ...place, known: nothingKnown })}>
              Ask without any facts
            </a>{' '}
          </>
        )}
        <a class="button quiet" href="#/">
          Ask another question
        </a>
      </p>
    </Failed>
  );
}
