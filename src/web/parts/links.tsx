/** Links within the page and to other sites, and error messages. */
import { addressOf } from '../address.ts';
import { isTransient, type Problem } from '../api.ts';
import { explorerAddress } from '../asking.ts';
import { askAgain } from '../attempts.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { entryOf, type Named } from '../words.ts';

/** The name of an entry, as a link to its page. */
export function EntryLink({ entry }: { readonly entry: Named }) {
  return <a href={addressOf({ view: 'walk', ...entryOf(entry) })}>{entry.name}</a>;
}

/** A link to another site, which is sent no referrer. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a class="outside" href={href} target="_blank" rel="noreferrer noopener">
      {children}
      <span class="unseen"> (another site, new tab)</span>
    </a>
  );
}

/** A link to GraphiQL with an operation and its variables. */
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

/** Error messages with suggestions, and a button to try again if that may help. Renders nothing for an empty list. */
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
      {problems.some(isTransient) && (
        <button type="button" class="quiet" onClick={askAgain}>
          Try again
        </button>
      )}
    </div>
  );
}
