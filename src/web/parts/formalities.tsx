/** What the plan wants done: a verdict on each of prescription, authorization, referral, network, documentation and cost. */
import { formalityName } from '../../model/answer-words.ts';
import type { AnswerFragment } from '../generated/graphql.ts';
import { counted, formalityStatusWords } from '../words.ts';
import { Cited } from './passages.tsx';

type Formality = AnswerFragment['formalities'][number];

function Verdict({ formality: { topic, status, text, role, citations } }: { readonly formality: Formality }) {
  return (
    <li data-formality={status}>
      <p>
        <b>{formalityName(topic)}</b> <span class="formality">{formalityStatusWords[status]}</span>
        {role === 'ALSO_STATED' && <span class="aside"> also stated</span>}
      </p>
      <p>{text}</p>
      <Cited passages={citations} />
    </li>
  );
}

export function Formalities({ formalities }: { readonly formalities: readonly Formality[] }) {
  if (formalities.length === 0) return null;
  const stated = formalities.filter(({ status }) => status !== 'NOT_STATED');
  const others = formalities.filter(({ status }) => status === 'NOT_STATED');
  return (
    <section class="card formalities" aria-labelledby="formalities">
      <h2 id="formalities">Paperwork and approvals</h2>
      <p class="aside">What to have ready or ask the plan about</p>
      <ul class="plain-list">
        {stated.map((formality) => (
          <Verdict key={formality.topic} formality={formality} />
        ))}
      </ul>
      {others.length > 0 && (
        <details class="more">
          <summary>{counted(others.length, ['point', 'points'])} not stated</summary>
          <ul class="plain-list">
            {others.map(({ topic, text }) => (
              <li key={topic}>
                <b>{formalityName(topic)}</b>
                <br />
                <span class="aside">{text}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
