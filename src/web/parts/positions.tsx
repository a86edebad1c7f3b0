/** A disagreement between sources: the positions, each with its sources. */
import type { DisagreementFragment, PositionFragment } from '../generated/graphql.ts';
import { capital, dayInWords, disagreementWords } from '../words.ts';
import { EntryLink } from './links.tsx';
import { Cited } from './passages.tsx';
import { Status } from './status.tsx';

interface Props {
  readonly position: PositionFragment;
  /** Asks the same question with only these sources; absent if there is no single question. */
  readonly onUseOnly?: (sources: readonly string[]) => void;
}

export function Position({ position: { says, status, asOf, sources, citations }, onUseOnly }: Props) {
  return (
    <div class="position">
      {status !== null && <Status status={status} />}
      <p>{says}</p>
      <p class="aside">
        {sources.map((source, index) => (
          <span key={source.slug}>
            {index > 0 && '; '}
            <EntryLink entry={source} />
          </span>
        ))}
        {asOf !== null && `, as of ${dayInWords(asOf)}`}
      </p>
      <Cited passages={citations} />
      {onUseOnly !== undefined && (
        <p>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              onUseOnly(sources.map(({ slug }) => slug));
            }}
          >
            Use only these sources
          </button>
        </p>
      )}
    </div>
  );
}

export function Disagreement({
  of: { title, disagreementKind, reading, partsOn, positions },
}: {
  readonly of: DisagreementFragment;
}) {
  return (
    <article class="disagreement">
      <h3>{title}</h3>
      <p class="aside">
        {disagreementWords[disagreementKind]}
        {partsOn.length > 0 && ` · they differ if: ${partsOn.map(({ text }) => text).join(', ')}`}
      </p>
      <div class="sides">
        {positions.map((position, index) => (
          <Position key={index} position={position} />
        ))}
      </div>
      {reading !== null && (
        <p>
          <b>How both can be read:</b> {capital(reading)}
        </p>
      )}
    </article>
  );
}
