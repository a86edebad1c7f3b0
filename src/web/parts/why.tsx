/**
 * The proof as a tree that can be opened: the conclusion, and below each step the steps that it rests on, down to the
 * passages. A step that several others rest on is shown in full once; the other places refer to it by its number.
 */
import type { CoverageVariables } from '../asking.ts';
import { WhyDocument, type ProofStepKind, type WhyQuery } from '../generated/graphql.ts';
import { useAnswer } from '../use-answer.ts';
import { capital, rejectionWords, stepWords, truthWords } from '../words.ts';
import { OpenInExplorer } from './links.tsx';
import { Cited } from './passages.tsx';
import { Pending, Problems } from './problems.tsx';

type Step = NonNullable<WhyQuery['coverage']>['proof'][number];

interface Branch {
  readonly step: Step;
  /** Empty if the step is shown in full at an earlier place. */
  readonly below: readonly Branch[];
  readonly isShownAbove: boolean;
}

/** The order of the steps below a step: rules first, then what they rest on, then defeats and assumptions. */
const kinds: readonly ProofStepKind[] = ['CONCLUSION', 'RULE', 'GIVEN', 'CONDITION', 'LINK', 'DEFEAT', 'ASSUMED'];

/** The branch of a step. `shown` are the numbers of the steps already shown in full; it adds those it shows. */
function grow(number: number, steps: ReadonlyMap<number, Step>, shown: Set<number>): Branch[] {
  const step = steps.get(number);
  if (step === undefined) return [];
  if (shown.has(number)) return [{ step, below: [], isShownAbove: step.restsOn.length > 0 }];
  shown.add(number);
  const order = (other: number): number => kinds.indexOf(steps.get(other)?.kind ?? 'ASSUMED');
  return [
    {
      step,
      below: step.restsOn
        .toSorted((a, b) => order(a) - order(b) || a - b)
        .flatMap((other) => grow(other, steps, shown)),
      isShownAbove: false,
    },
  ];
}

function StepText({ step, isShownAbove }: { readonly step: Step; readonly isShownAbove: boolean }) {
  return (
    <>
      <span class="step-kind">{stepWords[step.kind]}</span> {step.text}
      {step.kind === 'RULE' && step.truth !== null && (
        <span class="truth" data-truth={step.truth}>
          {' '}
          {truthWords[step.truth]}
        </span>
      )}
      {isShownAbove && <span class="aside"> (step {step.number}, shown above)</span>}
    </>
  );
}

function Tree({ branch: { step, below, isShownAbove }, depth }: { readonly branch: Branch; readonly depth: number }) {
  return (
    <li>
      {below.length === 0 ? (
        <p>
          <StepText step={step} isShownAbove={isShownAbove} />
        </p>
      ) : (
        <details open={depth < 1}>
          <summary>
            <StepText step={step} isShownAbove={false} />
          </summary>
          <ul>
            {below.map((each) => (
              <Tree key={each.step.number} branch={each} depth={depth + 1} />
            ))}
          </ul>
        </details>
      )}
      {!isShownAbove && step.kind !== 'CONCLUSION' && <Cited passages={step.citations} />}
    </li>
  );
}

/** The card that shows how an answer follows from the rules. */
export function Why({ variables }: { readonly variables: CoverageVariables }) {
  const { data, problems, isLate } = useAnswer(WhyDocument, variables);
  const coverage = data?.coverage ?? null;
  if (coverage === null) return <Pending problems={problems} isLate={isLate} />;
  const steps = new Map(coverage.proof.map((step) => [step.number, step]));
  const shown = new Set<number>();
  const roots = coverage.proof
    .toReversed()
    .flatMap(({ number }) => (shown.has(number) ? [] : grow(number, steps, shown)));
  return (
    <div aria-busy={isLate}>
      <Problems problems={problems} />
      <ul class="tree">
        {roots.map((branch) => (
          <Tree key={branch.step.number} branch={branch} depth={0} />
        ))}
      </ul>
      {coverage.rejectedRules.length > 0 && (
        <>
          <h3>Rules that did not decide</h3>
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
