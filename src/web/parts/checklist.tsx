/**
 * The requirements: those for coverage, then those that apply once the service is covered, then those that a source states in
 * addition. In each list what is still open comes first.
 */
import type { AnswerFragment, RequirementState } from '../generated/graphql.ts';
import { capital, stateWords, strengthWords } from '../words.ts';
import { Cited, SourceNames } from './passages.tsx';

type Requirement = AnswerFragment['requirements'][number];

const marks: Readonly<Record<RequirementState, string>> = {
  MET: 'M3 12l2.5-2.5L10 14 18.5 5.5 21 8 10 19Z',
  UNMET: 'M5 7l2-2 5 5 5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5Z',
  UNKNOWN: 'M4 4h16v16H4V4Zm2 2v12h12V6H6Z',
};

function Item({
  requirement: { text, state, strength, dependsOn, citations, role },
}: {
  readonly requirement: Requirement;
}) {
  const notes = [
    role === 'FOR_COVERAGE' ? '' : strengthWords[strength],
    dependsOn.length > 0 ? `depending on ${dependsOn.join(' and ')}` : '',
  ].filter((note) => note !== '');
  return (
    <li data-state={state}>
      <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
        <path d={marks[state]} fill-rule="evenodd" />
      </svg>
      <div>
        <p>
          {capital(text)} <span class="state">{stateWords[state]}</span>
        </p>
        {notes.length > 0 && (
          <p class="aside">
            {capital(notes.join(', '))}
            {role === 'ALSO_STATED' && (
              <>
                {' '}
                · stated by <SourceNames passages={citations} />
              </>
            )}
          </p>
        )}
        <Cited passages={citations} />
      </div>
    </li>
  );
}

const openFirst = (items: readonly Requirement[]): Requirement[] => [
  ...items.filter(({ state }) => state !== 'MET'),
  ...items.filter(({ state }) => state === 'MET'),
];

export function Checklist({ requirements }: { readonly requirements: readonly Requirement[] }) {
  const groups = [
    {
      title: 'To be covered',
      note: 'All of these must be true',
      items: requirements.filter(({ role }) => role === 'FOR_COVERAGE'),
    },
    {
      title: 'Once covered',
      note: 'What must be done or paid; it does not change whether it is covered',
      items: requirements.filter(({ role }) => role === 'ONCE_COVERED'),
    },
    {
      title: 'Also stated',
      note: 'Stated by a source on its own; it does not change whether it is covered',
      items: requirements.filter(({ role }) => role === 'ALSO_STATED'),
    },
  ].filter(({ items }) => items.length > 0);
  return (
    <>
      {groups.map(({ title, note, items }) => (
        <section key={title} class="card">
          <h2>{title}</h2>
          <p class="aside">{note}</p>
          <ul class="checklist">
            {openFirst(items).map((item) => (
              <Item key={item.text} requirement={item} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
