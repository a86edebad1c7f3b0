/** Where the answer was looked for: what was read, what was not, and which single sources the status depends on. */
import type { AnswerFragment } from '../generated/graphql.ts';
import { counted } from '../words.ts';
import { EntryLink } from './links.tsx';
import { Status } from './status.tsx';

export function Scope({ answer: { scope, leansOn } }: { readonly answer: AnswerFragment }) {
  return (
    <section class="card scope" aria-labelledby="scope">
      <h2 id="scope">Where we looked</h2>
      <p>{scope.text}</p>
      {scope.notRead.length > 0 && (
        <>
          <h3>Known and not read</h3>
          <ul class="plain-list">
            {scope.notRead.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {scope.stale.length > 0 && (
        <>
          <h3>Not checked recently</h3>
          <SourceList sources={scope.stale} />
        </>
      )}
      {leansOn.length > 0 && (
        <>
          <h3>One source decides</h3>
          <ul class="plain-list">
            {leansOn.map(({ source, without }) => (
              <li key={source.slug}>
                Without <EntryLink entry={source} />: <Status status={without} />
              </li>
            ))}
          </ul>
        </>
      )}
      {scope.read.length > 0 && (
        <details class="more">
          <summary>{counted(scope.read.length, ['source', 'sources'])} read</summary>
          <SourceList sources={scope.read} />
        </details>
      )}
    </section>
  );
}

function SourceList({ sources }: { readonly sources: AnswerFragment['scope']['read'] }) {
  return (
    <ul class="plain-list">
      {sources.map((source) => (
        <li key={source.slug}>
          <EntryLink entry={source} />
        </li>
      ))}
    </ul>
  );
}
