/** Links within the page and out of it, and what is said when something goes wrong. */
import { addressOf } from '../address.ts';
import { isPassing, type Problem } from '../api.ts';
import { explorerAddress } from '../asking.ts';
import { tryAgain } from '../attempts.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { entryOf, type Named } from '../words.ts';

/** An entry by its name, leading to its place in the graph. */
export function EntryLink({ entry }: { readonly entry: Named }) {
  return <a href={addressOf({ view: 'walk', ...entryOf(entry) })}>{entry.name}</a>;
}

/** Leaves this server, and says nothing of where from. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a class="outside" href={href} target="_blank" rel="noreferrer noopener">
      {children}
      <span class="unseen"> (another site, new tab)</span>
    </a>
  );
}

/** The operation just asked, with what it was asked for, in the explorer. */
export function OpenInExplorer<Result, Variables extends object>({
  document,
  variables,
}: {
  readonly document: TypedDocumentString<Result, Variables>;
  readonly variables: Variables;
}) {
  return (
    <a class="button quiet" href={explorerAddress(document.toString(), variables)} target="_blank" rel="noopener">
      Open in GraphiQL
    </a>
  );
}

export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="problems" role="alert">
      {problems.map(({ message, suggestions }) => (
        <p key={message}>
          {message}
          {suggestions.length > 0 && (
            <>
              {' '}
              Did you mean:{' '}
              {suggestions.map(({ slug, name }, index) => (
                <span key={slug}>
                  {index > 0 && ', '}
                  <b>{name}</b>
                </span>
              ))}
              ?
            </>
          )}
        </p>
      ))}
      {problems.some(isPassing) && (
        <button type="button" class="quiet" onClick={tryAgain}>
          Try again
        </button>
      )}
    </div>
  );
}
