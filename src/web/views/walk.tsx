/** The page of one entry: its neighbors in the graph as a picture and as a list, with the sources of each connection. */
import { useEffect } from 'preact/hooks';
import { addressOf, type Place } from '../address.ts';
import { WalkDocument } from '../generated/graphql.ts';
import { entryIn, neighborsOf, walkVariables, type Neighbor, type WalkEntry } from '../neighbors.ts';
import { lazy } from '../parts/lazy.tsx';
import { EntryLink, OpenInExplorer, OutsideLink } from '../parts/links.tsx';
import { Cited } from '../parts/passages.tsx';
import { Failed, Problems } from '../parts/problems.tsx';
import { missingFile, orUnreadable } from '../response.ts';
import { useAnswer } from '../use-answer.ts';
import { authorityWords, capital, countWords, counted, dayInWords, entryOf, kindWords, type Named } from '../words.ts';
import { Heading } from '../parts/heading.tsx';

type WalkPlace = Extract<Place, { view: 'walk' }>;

export function Walk({ place: { kind, slug } }: { readonly place: WalkPlace }) {
  const variables = walkVariables(kind, slug);
  const { data, problems, isLate } = useAnswer(WalkDocument, variables);
  const entry = data === null ? null : entryIn(data);
  useEffect(() => {
    document.title = `${entry?.name ?? 'The graph'} · Covergraph`;
  }, [entry?.name]);
  if (entry === null) {
    if (isLate && problems.length === 0) return <p class="waiting">Looking…</p>;
    return (
      <Failed
        title={
          problems.some(({ argument }) => argument !== '') ? 'We have no such entry' : 'We could not show this entry'
        }
        problems={orUnreadable(problems)}
        addressWith={(suggestion) => addressOf({ view: 'walk', ...entryOf(suggestion as Named) })}
      />
    );
  }
  const neighbors = neighborsOf(entry);
  return (
    <div class="walk" aria-busy={isLate}>
      <p class="aside kind">{capital(kindWords[entryOf(entry).kind])}</p>
      <Heading>{entry.name}</Heading>
      <Problems problems={problems} />
      {entry.alternateNames.length > 0 && <p class="aside">Also: {entry.alternateNames.join(', ')}</p>}
      {entry.description !== null && <p>{entry.description}</p>}
      <SourceFacts entry={entry} />
      <div class="columns walk-columns">
        <section class="card picture" aria-label="Picture of its connections">
          <LazyPicture center={entry} neighbors={neighbors} />
        </section>
        <section class="card" aria-labelledby="around">
          <h2 id="around">Connections</h2>
          <Neighbors entry={entry} neighbors={neighbors} />
        </section>
      </div>
      <SourceStatements entry={entry} />
      <p class="actions">
        <OpenInExplorer document={WalkDocument} variables={variables} />
      </p>
    </div>
  );
}

const LazyPicture = lazy(
  () => import('../parts/picture.tsx').then(({ Picture }) => Picture),
  <p class="waiting">Drawing…</p>,
  <Problems problems={[missingFile]} isAside />,
);

function SourceFacts({ entry }: { readonly entry: WalkEntry }) {
  if (!('authority' in entry)) return null;
  const { publisher, authority, edition, publishedOn, checkedOn, url, licence } = entry;
  const facts = [
    publisher,
    authorityWords[authority],
    edition,
    publishedOn === null ? 'no date given' : `published ${dayInWords(publishedOn)}`,
    `checked ${dayInWords(checkedOn)}`,
    `license: ${licence}`,
  ];
  return (
    <p class="aside">
      {capital(facts.filter((fact) => fact !== null).join(' · '))}
      {url !== null && (
        <>
          {' '}
          · <OutsideLink href={url}>open the source</OutsideLink>
        </>
      )}
    </p>
  );
}

function Neighbors({ entry, neighbors }: { readonly entry: WalkEntry; readonly neighbors: readonly Neighbor[] }) {
  if (neighbors.length === 0) return <p>It has no connections.</p>;
  const groups = [
    ...new Map(
      neighbors.map(({ entry: { kind } }) => [kind, neighbors.filter((each) => each.entry.kind === kind)]),
    ).entries(),
  ];
  const left = [
    { page: entry.links, words: ['link', 'links'] as const },
    ...('rules' in entry ? [{ page: entry.rules, words: ['rule', 'rules'] as const }] : []),
  ].flatMap(({ page: { totalCount, nodes }, words }) =>
    totalCount > nodes.length ? [`${counted(totalCount, words)}, the first ${String(nodes.length)} are shown`] : [],
  );
  return (
    <>
      {groups.map(([kind, of]) => (
        <details key={kind} open={of.length <= 12}>
          <summary>{capital(counted(new Set(of.map((each) => each.entry.slug)).size, countWords[kind]))}</summary>
          <ul class="plain-list">
            {of.map((each) => (
              <li key={`${each.entry.slug} ${each.relation}`}>
                {!each.isSentence ? (
                  <>
                    <span class="aside">{each.relation}</span> <EntryLink entry={each.entry} />
                  </>
                ) : (
                  <>
                    <EntryLink entry={each.entry} />
                    <br />
                    <span class="aside">{each.relation}</span>
                  </>
                )}
                <Cited passages={each.passages} />
              </li>
            ))}
          </ul>
        </details>
      ))}
      {left.map((text) => (
        <p key={text} class="aside">
          {text}
        </p>
      ))}
    </>
  );
}

function SourceStatements({ entry: { remarks, citations } }: { readonly entry: WalkEntry }) {
  return (
    <>
      {remarks.length > 0 && (
        <section class="card">
          <h2>What sources say</h2>
          <ul class="plain-list remarks">
            {remarks.map(({ topic, text, modality, citations: passages }) => (
              <li key={`${topic} ${text}`}>
                {text}
                {modality === 'MAY' && <span class="aside"> (possibly)</span>}
                <Cited passages={passages} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {citations.length > 0 && (
        <section class="card">
          <h2>Sources for this page</h2>
          <Cited passages={citations} />
        </section>
      )}
    </>
  );
}
