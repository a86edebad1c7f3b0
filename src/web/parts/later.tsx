/** The answer on later days, if rules begin or end within a year. */
import { amountText } from '../../model/answer-words.ts';
import type { AnswerFragment } from '../generated/graphql.ts';
import { capital, dayInWords } from '../words.ts';
import { Status } from './status.tsx';

type Change = AnswerFragment['upcomingChanges'][number];

/** How many changes are shown open; the others are closed at first. */
const mostShown = 2;

export function LaterAnswers({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <section class="card later" aria-labelledby="later">
      <h2 id="later">What will change</h2>
      <ChangeList changes={changes.slice(0, mostShown)} />
      {changes.length > mostShown && (
        <details class="more">
          <summary>{changes.length - mostShown} more</summary>
          <ChangeList changes={changes.slice(mostShown)} />
        </details>
      )}
    </section>
  );
}

function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <ul class="plain-list">
      {changes.map(({ on, status, determination: { summary, limits, costs } }) => (
        <li key={on}>
          <p>
            <b>From {dayInWords(on)}</b>: <Status status={status} />
          </p>
          <p>{summary}</p>
          {[...limits, ...costs].length > 0 && (
            <ul class="bulleted">
              {[...limits, ...costs].map(amountText).map((text) => (
                <li key={text}>{capital(text)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
