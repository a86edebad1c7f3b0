/** The passages that support a claim: the place of each, and its original words if this server has them. */
import type { PassageFragment } from '../generated/graphql.ts';
import { authorityWords, capital, counted, dayInWords } from '../words.ts';
import { EntryLink, OutsideLink } from './links.tsx';

function Passage({ passage }: { readonly passage: PassageFragment }) {
  const { locator, says, url, quote, via } = passage;
  return (
    <li class="passage">
      <p>
        <span class="place">{url === null ? locator : <OutsideLink href={url}>{locator}</OutsideLink>}</span> {says}
      </p>
      {quote !== null && <blockquote>{quote}</blockquote>}
      {via !== null && (
        <p class="aside">
          Quoted in <EntryLink entry={via} />.
        </p>
      )}
    </li>
  );
}

/** Removes duplicates: several rules may cite the same passage. */
function distinct(passages: readonly PassageFragment[]): PassageFragment[] {
  return [
    ...new Map(
      passages.map((passage) => [`${passage.source.slug} ${passage.locator} ${passage.says}`, passage]),
    ).values(),
  ];
}

/** The names of the sources of passages, each once, as links. */
export function SourceNames({ passages }: { readonly passages: readonly PassageFragment[] }) {
  const sources = new Map(passages.map(({ source }) => [source.slug, source]));
  return (
    <>
      {[...sources.values()].map((source, index) => (
        <span key={source.slug}>
          {index > 0 && '; '}
          <EntryLink entry={source} />
        </span>
      ))}
    </>
  );
}

/** The passages below a claim, closed at first. */
export function Cited({ passages }: { readonly passages: readonly PassageFragment[] }) {
  if (passages.length === 0) return null;
  const shown = distinct(passages);
  return (
    <details class="cited">
      <summary>{counted(shown.length, ['passage', 'passages'])}</summary>
      <ul>
        {shown.map((passage) => (
          <li key={`${passage.source.slug} ${passage.locator} ${passage.says}`}>
            <EntryLink entry={passage.source} />
            <ul>
              <Passage passage={passage} />
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Every source of an answer with its authority and dates, and its cited passages below. */
export function Sources({ passages }: { readonly passages: readonly PassageFragment[] }) {
  const bySource = new Map<string, PassageFragment[]>();
  for (const passage of distinct(passages))
    bySource.set(passage.source.slug, [...(bySource.get(passage.source.slug) ?? []), passage]);
  return (
    <ol class="sources">
      {[...bySource.values()].map((of) => {
        const [{ source, isStale } = { source: null, isStale: false }] = of;
        if (source === null) return null;
        const facts = [
          source.publisher,
          authorityWords[source.authority],
          source.edition,
          source.publishedOn === null ? 'no date given' : `published ${dayInWords(source.publishedOn)}`,
          `checked ${dayInWords(source.checkedOn)}`,
        ];
        return (
          <li key={source.slug}>
            <h3>
              <EntryLink entry={source} />
            </h3>
            <p class="aside">
              {capital(facts.filter((fact) => fact !== null).join(' · '))}
              {isStale && <strong class="stale"> Not checked recently</strong>}
            </p>
            <ul>
              {of.map((passage) => (
                <Passage key={`${passage.locator} ${passage.says}`} passage={passage} />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

/** Passages in the order of the numbers that the text refers to. */
export function Numbered({ passages }: { readonly passages: readonly PassageFragment[] }) {
  return (
    <ol class="numbered">
      {passages.map((passage, index) => (
        <li key={index} id={`source-${String(index + 1)}`}>
          <span class="number">{index + 1}</span>
          <div>
            <EntryLink entry={passage.source} />
            <ul>
              <Passage passage={passage} />
            </ul>
          </div>
        </li>
      ))}
    </ol>
  );
}
