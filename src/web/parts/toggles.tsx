/**
 * The questions about facts of the case, each with three answers: yes, no and unknown. Each answer is a new address, so the
 * verdict updates at once and the Back button undoes it. A question keeps its place in the list when it is answered.
 */
import { useId, useRef } from 'preact/hooks';
import type { Case } from '../address.ts';
import { saidOf, saying, type Said } from '../asking.ts';
import type { AskedFragment } from '../generated/graphql.ts';
import { capital } from '../words.ts';

interface Props {
  readonly known: Case;
  readonly missing: readonly AskedFragment[];
  readonly given: readonly AskedFragment[];
  /** The slug of the condition to ask first. */
  readonly next: string | null;
  readonly onSay: (known: Case) => void;
}

const choices: readonly { readonly text: string; readonly said: boolean | null }[] = [
  { text: 'Yes', said: true },
  { text: 'No', said: false },
  { text: 'Don’t know', said: null },
];

function Question({
  asked,
  said,
  isNext,
  onSay,
}: {
  readonly asked: AskedFragment;
  readonly said: Said;
  readonly isNext: boolean;
  readonly onSay: (said: Said) => void;
}) {
  const name = useId();
  return (
    <fieldset class="question">
      <legend>
        {asked.question ?? `${capital(asked.name)}?`}
        {isNext && (
          <>
            {' '}
            <span class="next">Ask this first</span>
          </>
        )}
      </legend>
      {asked.counts === null ? (
        <div class="choices">
          {choices.map((choice) => (
            <label key={choice.text}>
              <input
                type="radio"
                name={name}
                checked={said === choice.said}
                onChange={() => {
                  onSay(choice.said);
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
            aria-label={`How many ${asked.counts}`}
            value={typeof said === 'number' ? said : ''}
            onChange={({ currentTarget: { value } }) => {
              onSay(/^\d{1,6}$/.test(value) ? Number(value) : null);
            }}
          />
          <span>{asked.counts}</span>
          <button
            type="button"
            class="quiet"
            disabled={said === null}
            onClick={() => {
              onSay(null);
            }}
          >
            Don’t know
          </button>
        </div>
      )}
    </fieldset>
  );
}

export function Toggles({ known, missing, given, next, onSay }: Props) {
  const order = useRef<readonly string[]>([]);
  const bySlug = new Map([...given, ...missing].map((asked) => [asked.slug, asked]));
  const fresh = [...(next === null ? [] : [next]), ...bySlug.keys()].filter((slug) => bySlug.has(slug));
  order.current = [...new Set([...order.current.filter((slug) => bySlug.has(slug)), ...fresh])];
  const [shown, folded] = [order.current.slice(0, mostShown), order.current.slice(mostShown)];
  const question = (slug: string) => {
    const asked = bySlug.get(slug);
    return asked === undefined ? null : (
      <Question
        key={slug}
        asked={asked}
        said={saidOf(known, slug)}
        isNext={slug === next}
        onSay={(said) => {
          onSay(saying(known, slug, said));
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
