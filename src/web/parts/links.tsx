/** Links within the page and to other sites. */
import { addressOf } from '../address.ts';
import { explorerAddress } from '../asking.ts';
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
