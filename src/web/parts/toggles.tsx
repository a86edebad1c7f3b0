/**
 * The questions about facts of the case, each with three answers: yes, no and unknown. Each answer is a new address, so the
 * verdict updates at once and the Back button undoes it. A question keeps its place in the list when it is answered.
 */
import { useId, useRef } from 'preact/hooks';
import type { Case } from '../address.ts';
import { factValueOf, withFact, type FactValue } from '../asking.ts';
import type { AskedFragment } from '../generated/graphql.ts';
import { capital } from '../words.ts';

interface Props {
  readonly known: Case;
  readonly missing: readonly AskedFragment[];
  readonly given: readonly AskedFragment[];
  /** The slug of the condition to ask first. */
  readonly next: string | null;
  readonly onCaseChange: (known: Case) => void;
}

const choices: readonly { readonly text: string; readonly value: boolean | null }[] = [
  { text: 'Yes', value: true },
  { text: 'No', value: false },
  { text: 'Don’t know', value: null },
];

function Question({
  condition,
  value,
  isNext,
  onValueChange,
}: {
  readonly condition: AskedFragment;
  readonly value: FactValue;
  readonly isNext: boolean;
  readonly onValueChange: (value: FactValue) => void;
}) {
  const name = useId();
  return (
    <fieldset class="question">
      <legend>
        {condition.question ?? `${capital(condition.name)}?`}
        {isNext && (
          <>
            {' '}
            <span class="next">Ask this first</span>
          </>
        )}
      </legend>
      {condition.counts === null ? (
        <div class="choices">
          {choices.map((choice) => (
            <label key={choice.text}>
              <input
                type="radio"
                name={name}
                checked={value === choice.value}
                onChange={() => {
                  onValueChange(choice.value);
                }}
              />
              <span>{choice.text}</span>
            </label>
          ))}
        </div>
      ) : (
        <div class="count">
          <input
            type="number"
            min="0"
            max="999999"
            step="1"
            inputMode="numeric"
            aria-label={`How many ${condition.counts}`}
            value={typeof value === 'number' ? value : ''}
            onChange={({ currentTarget: { value: typed } }) => {
              onValueChange(/^\d{1,6}$/.test(typed) ? Number(typed) : null);
            }}
          />
          <span>{condition.counts}</span>
          <button
            type="button"
            class="quiet"
            disabled={value === null}
            onClick={() => {
              onValueChange(null);
            }}
          >
            Don’t know
          </button>
        </div>
      )}
    </fieldset>
  );
}

export function Toggles({ known, missing, given, next, onCaseChange }: Props) {
  const order = useRef<readonly string[]>([]);
  const bySlug = new Map([...given, ...missing].map((condition) => [condition.slug, condition]));
  const fresh = [...(next === null ? [] : [next]), ...bySlug.keys()].filter((slug) => bySlug.has(slug));
  order.current = [...new Set([...order.current.filter((slug) => bySlug.has(slug)), ...fresh])];
  const [shown, folded] = [order.current.slice(0, mostShown), order.current.slice(mostShown)];
  const question = (slug: string) => {
    const condition = bySlug.get(slug);
    return condition === undefined ? null : (
      <Question
        key={slug}
        condition={condition}
        value={factValueOf(known, slug)}
        isNext={slug === next}
        onValueChange={(value) => {
          onCaseChange(withFact(known, slug, value));
        }}
      />
    );
  };
  return (
    <>
      {shown.map(question)}
      {folded.length > 0 && (
        <details>
          <summary>{String(folded.length)} more</summary>
          {folded.map(question)}
        </details>
      )}
    </>
  );
}
const mostShown = 6;
