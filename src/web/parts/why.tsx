/**
 * The proof as a tree that folds: the answer on top, below each step what it rests on, down to the passages. A step that
 * several others rest on is told once in full and pointed at from the other places.
 */
import type { CoverageVariables } from '../asking.ts';
import { WhyDocument, type ProofStepKind, type WhyQuery } from '../generated/graphql.ts';
import { useAnswer } from '../use-answer.ts';
import { capital, rejectionWords, stepWords, truthWords } from '../words.ts';
import { OpenInExplorer, Problems } from './links.tsx';
import { Cited } from './passages.tsx';

type Step = NonNullable<WhyQuery['coverage']>['proof'][number];

interface Branch {
  readonly step: Step;
  /** Empty where the step is told in full elsewhere. */
  readonly below: readonly Branch[];
  readonly isToldElsewhere: boolean;
}

/** What is read first below a step: the rules, then what they rest on and what outweighs what. */
const kinds: readonly ProofStepKind[] = ['CONCLUSION', 'RULE', 'GIVEN', 'CONDITION', 'LINK', 'DEFEAT', 'ASSUMED'];

/** The tree below a step; every step in full at its first place in reading order. */
function grow(number: number, steps: ReadonlyMap<number, Step>, told: Set<number>): Branch[] {
  const step = steps.get(number);
  if (step === undefined) return [];
  if (told.has(number)) return [{ step, below: [], isToldElsewhere: step.restsOn.length > 0 }];
  told.add(number);
  const order = (each: number): number => kinds.indexOf(steps.get(each)?.kind ?? 'ASSUMED');
  return [
    {
      step,
      below: step.restsOn.toSorted((a, b) => order(a) - order(b) || a - b).flatMap((each) => grow(each, steps, told)),
      isToldElsewhere: false,
    },
  ];
}

function Told({ step, isToldElsewhere }: { readonly step: Step; readonly isToldElsewhere: boolean }) {
  return (
    <>
      <span class="step-kind">{stepWords[step.kind]}</span> {step.text}
      {step.kind === 'RULE' && step.truth !== null && (
        <span class="truth" data-truth={step.truth}>
          {' '}
          {truthWords[step.truth]}
        </span>
      )}
      {isToldElsewhere && <span class="aside"> (step {step.number}, told above)</span>}
    </>
  );
}

function Tree({
  branch: { step, below, isToldElsewhere },
  depth,
}: {
  readonly branch: Branch;
  readonly depth: number;
}) {
  return (
    <li>
      {below.length === 0 ? (
        <p>
          <Told step={step} isToldElsewhere={isToldElsewhere} />
        </p>
      ) : (
        <details open={depth < 1}>
          <summary>
            <Told step={step} isToldElsewhere={false} />
          </summary>
          <ul>
            {below.map((each) => (
              <Tree key={each.step.number} branch={each} depth={depth + 1} />
            ))}
          </ul>
        </details>
      )}
      {!isToldElsewhere && step.kind !== 'CONCLUSION' && <Cited passages={step.citations} />}
    </li>
  );
}

export function Why({ variables }: { readonly variables: CoverageVariables }) {
  const { data, problems, isLate } = useAnswer(WhyDocument, variables);
  const coverage = data?.coverage ?? null;
  if (coverage === null)
    return problems.length > 0 ? <Problems problems={problems} /> : <p class="waiting">Deriving…</p>;
  const steps = new Map(coverage.proof.map((step) => [step.number, step]));
  const told = new Set<number>();
  const roots = coverage.proof
    .toReversed()
    .flatMap(({ number }) => (told.has(number) ? [] : grow(number, steps, told)));
  return (
    <div aria-busy={isLate}>
      <ul class="tree">
        {roots.map((branch) => (
          <Tree key={branch.step.number} branch={branch} depth={0} />
        ))}
      </ul>
      {coverage.rejectedRules.length > 0 && (
        <>
          <h3>Rules looked at that did not decide</h3>
          <ul class="rejected">
            {coverage.rejectedRules.map(({ rule, reason, text }) => (
              <li key={`${rule.slug} ${reason}`}>
                <p>
                  <span class="step-kind">{capital(rejectionWords[reason])}</span> {text} <code>{rule.slug}</code>
                </p>
                <Cited passages={rule.citations} />
              </li>
            ))}
          </ul>
        </>
      )}
      <OpenInExplorer document={WhyDocument} variables={variables} />
    </div>
  );
}
