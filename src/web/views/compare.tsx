/** Compares plans on one subject: the verdicts, then a table of differences. */
import { useEffect } from 'preact/hooks';
import { addressOf, type Place } from '../address.ts';
import { answerAddress, situationInput, subjectInput } from '../asking.ts';
import { SideBySideDocument, type AskedFragment, type SideBySideQuery } from '../generated/graphql.ts';
import { OpenInExplorer, Problems } from '../parts/links.tsx';
import { Cited } from '../parts/passages.tsx';
import { PlanPicker, SubjectPicker } from '../parts/pickers.tsx';
import { Status } from '../parts/status.tsx';
import { Toggles } from '../parts/toggles.tsx';
import { go } from '../router.ts';
import { useAnswer } from '../use-answer.ts';
import { aspectWords, capital } from '../words.ts';
import { Heading } from '../parts/heading.tsx';

type ComparePlace = Extract<Place, { view: 'compare' }>;
type Comparison = NonNullable<SideBySideQuery['comparePlans']>;

const mostPlans = 4;

export function Compare({ place }: { readonly place: ComparePlace }) {
  const { plans, of, known } = place;
  useEffect(() => {
    document.title = 'Plans side by side · Covergraph';
  }, []);
  const variables =
    of === null || plans.length < 2 ? null : { plans: [...plans], of: subjectInput(of), given: situationInput(known) };
  const { data, problems, isLate } = useAnswer(SideBySideDocument, variables);
  const comparison = variables === null ? null : (data?.comparePlans ?? null);
  const names = new Map(comparison?.plans.map(({ slug, name }) => [slug, name]));
  const subject = comparison?.subject;
  return (
    <div class="compare">
      <Heading>Plans side by side</Heading>
      <div class="choose">
        <SubjectPicker
          label="On"
          chosen={of === null ? '' : (subject?.name ?? of.slug)}
          onChoose={(chosen) => {
            if (chosen !== null) go({ ...place, of: { kind: chosen.kind, slug: chosen.slug } });
          }}
        />
        {plans.length < mostPlans && (
          <PlanPicker
            key={plans.join()}
            label={plans.length === 0 ? 'Compare' : 'Add a plan'}
            chosen=""
            onChoose={(plan) => {
              if (plan !== null) go({ ...place, plans: [...new Set([...plans, plan.slug])] });
            }}
          />
        )}
      </div>
      <ul class="chips" aria-label="Plans compared">
        {plans.map((slug) => (
          <li key={slug}>
            {names.get(slug) ?? slug}{' '}
            <a
              href={addressOf({ ...place, plans: plans.filter((each) => each !== slug) })}
              aria-label={`Leave out ${names.get(slug) ?? slug}`}
            >
              ×
            </a>
          </li>
        ))}
      </ul>
      <Problems problems={problems} />
      {variables === null && <p class="waiting">Choose a subject and at least two plans.</p>}
      {comparison !== null && variables !== null && (
        <div aria-busy={isLate}>
          <SideBySide comparison={comparison} place={place} />
          <p class="actions">
            <OpenInExplorer document={SideBySideDocument} variables={variables} />
          </p>
        </div>
      )}
    </div>
  );
}

function SideBySide({
  comparison: { plans, determinations, differences, shared },
  place,
}: {
  readonly comparison: Comparison;
  readonly place: ComparePlace;
}) {
  const { of, known } = place;
  const distinct = (conditions: readonly AskedFragment[]): AskedFragment[] => [
    ...new Map(conditions.map((condition) => [condition.slug, condition])).values(),
  ];
  const missing = distinct(determinations.flatMap((each) => each.missing));
  const given = distinct(determinations.flatMap((each) => each.given.map(({ condition }) => condition)));
  return (
    <>
      <div class="scroller" tabIndex={0} role="region" aria-label="Where the plans differ">
        <table>
          <thead>
            <tr>
              <td />
              {plans.map(({ slug, name }) => (
                <th key={slug} scope="col">
                  {of === null ? name : <a href={answerAddress(slug, of, known)}>{name}</a>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Answer</th>
              {determinations.map(({ id, status, summary }) => (
                <td key={id}>
                  <Status status={status} />
                  <p>{summary}</p>
                </td>
              ))}
            </tr>
            {differences
              .filter(({ aspect }) => aspect !== 'STATUS')
              .map(({ aspect, values }, index) => (
                <tr key={index}>
                  <th scope="row">{aspectWords[aspect]}</th>
                  {values.map(({ plan, text, citations }) => (
                    <td key={plan.slug} class={citations.length === 0 ? 'lacking' : ''}>
                      {aspect === 'SOURCE' ? (
                        <details>
                          <summary>Which</summary>
                          {text}
                        </details>
                      ) : (
                        <p>{capital(text)}</p>
                      )}
                      <Cited passages={citations} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <div class="columns">
        <section class="card">
          <h2>The same for all</h2>
          {shared.length === 0 ? (
            <p>Nothing that is required.</p>
          ) : (
            <ul class="plain-list">
              {shared.map(({ role, text }) => (
                <li key={`${role} ${text}`}>
                  {capital(text)}{' '}
                  <span class="aside">{role === 'FOR_COVERAGE' ? 'coverage turns on it' : 'once covered'}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        {missing.length + given.length > 0 && (
          <section class="card what-if">
            <h2>What if?</h2>
            <Toggles
              key={addressOf({ ...place, known: { ...known, met: [], unmet: [], counts: {} } })}
              known={known}
              missing={missing}
              given={given}
              next={null}
              onSay={(next) => {
                go({ ...place, known: next });
              }}
            />
          </section>
        )}
      </div>
    </>
  );
}
