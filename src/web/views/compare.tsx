/** Compares plans on one subject: the verdicts, then a table of differences. */
import { formalityName } from '../../model/answer-words.ts';
import { useEffect } from 'preact/hooks';
import { addressOf, type Place } from '../address.ts';
import { answerAddress, situationInput, subjectInput } from '../asking.ts';
import { SideBySideDocument, type AskedFragment, type SideBySideQuery } from '../generated/graphql.ts';
import { useSpoken } from '../live.tsx';
import { OpenInExplorer } from '../parts/links.tsx';
import { Cited } from '../parts/passages.tsx';
import { PlanPicker, SubjectPicker } from '../parts/pickers.tsx';
import { Pending, Problems } from '../parts/problems.tsx';
import { Status } from '../parts/status.tsx';
import { Toggles } from '../parts/toggles.tsx';
import { go } from '../router.ts';
import { useAnswer } from '../use-answer.ts';
import { aspectWords, capital, roleWords, statusWords, strengthWords } from '../words.ts';
import { Heading } from '../parts/heading.tsx';

type ComparePlace = Extract<Place, { view: 'compare' }>;
type Comparison = NonNullable<SideBySideQuery['comparePlans']>;

/** The most plans that the page offers to compare, and the most that the API compares. */
const mostPlans = 4;
const mostCompared = 10;

export function Compare({ place }: { readonly place: ComparePlace }) {
  const { plans, of, known } = place;
  useEffect(() => {
    document.title = 'Plans side by side · Covergraph';
  }, []);
  const hint = hintFor(place);
  const variables =
    of === null || hint !== '' ? null : { plans: [...plans], of: subjectInput(of), given: situationInput(known) };
  const { data, problems, isLate } = useAnswer(SideBySideDocument, variables);
  const comparison = data?.comparePlans ?? null;
  useSpoken(comparison === null ? '' : spokenAnswers(comparison));
  return (
    <div class="compare">
      <Heading>Plans side by side</Heading>
      <Chooser place={place} subjectName={comparison?.subject.name ?? of?.slug ?? ''} />
      <PlansCompared place={place} names={new Map(comparison?.plans.map(({ slug, name }) => [slug, name]))} />
      <p class="aside" role="status">
        {hint}
      </p>
      {variables !== null && comparison === null && <Pending problems={problems} isLate={isLate} />}
      {variables !== null && comparison !== null && (
        <div aria-busy={isLate}>
          <Problems problems={problems} />
          <SideBySide comparison={comparison} place={place} />
          <p class="actions">
            <OpenInExplorer document={SideBySideDocument} variables={variables} />
          </p>
        </div>
      )}
    </div>
  );
}

/** The name and the status of each plan. */
const spokenAnswers = ({ plans, determinations }: Comparison): string =>
  determinations.map(({ status }, index) => `${plans[index]?.name ?? ''}: ${statusWords[status]}.`).join(' ');

/** What to change before the plans can be compared; empty if they can. */
function hintFor({ plans, of }: ComparePlace): string {
  if (plans.length > mostCompared) {
    const count = String(plans.length);
    return `These are ${count} plans. At most ${String(mostCompared)} can be compared at once: remove some of them.`;
  }
  return of === null || plans.length < 2 ? 'Choose a service and at least two plans.' : '';
}

/** Fields to choose the subject and to add a plan. */
function Chooser({ place, subjectName }: { readonly place: ComparePlace; readonly subjectName: string }) {
  const { plans } = place;
  return (
    <div class="choose">
      <SubjectPicker
        label="Service"
        chosen={subjectName}
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
  );
}

/** The chosen plans, each with a link that removes it. A plan whose name is not loaded yet is shown by its slug. */
function PlansCompared({
  place,
  names,
}: {
  readonly place: ComparePlace;
  readonly names: ReadonlyMap<string, string>;
}) {
  return (
    <ul class="chips" aria-label="Plans compared">
      {place.plans.map((slug) => (
        <li key={slug}>
          {names.get(slug) ?? slug}{' '}
          <a
            href={addressOf({ ...place, plans: place.plans.filter((other) => other !== slug) })}
            aria-label={`Remove ${names.get(slug) ?? slug}`}
          >
            ×
          </a>
        </li>
      ))}
    </ul>
  );
}

interface SideBySideProps {
  readonly comparison: Comparison;
  readonly place: ComparePlace;
}

function SideBySide({ comparison, place }: SideBySideProps) {
  return (
    <>
      <div class="scroller differences" tabIndex={0} role="region" aria-label="Where the plans differ">
        <table>
          <thead>
            <tr>
              <td />
              {comparison.plans.map(({ slug, name }) => (
                <th key={slug} scope="col">
                  {place.of === null ? name : <a href={answerAddress(slug, place.of, place.known)}>{name}</a>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Answer</th>
              {comparison.determinations.map(({ id, status, summary }) => (
                <td key={id}>
                  <Status status={status} />
                  <p>{summary}</p>
                </td>
              ))}
            </tr>
            {comparison.differences
              .filter(({ aspect }) => aspect !== 'STATUS')
              .map((difference, index) => (
                <DifferenceRow key={index} difference={difference} />
              ))}
          </tbody>
        </table>
      </div>
      <FormalitiesCompared comparison={comparison} />
      <div class="columns">
        <SharedRequirements shared={comparison.shared} />
        <WhatIf comparison={comparison} place={place} />
      </div>
    </>
  );
}

function DifferenceRow({ difference: { aspect, values } }: { readonly difference: Comparison['differences'][number] }) {
  return (
    <tr>
      <th scope="row">{aspectWords[aspect]}</th>
      {values.map(({ plan, text, citations }) => (
        <td key={plan.slug} class={citations.length === 0 ? 'lacking' : ''}>
          {aspect === 'SOURCE' ? (
            <details>
              <summary>Show sources</summary>
              {text}
            </details>
          ) : (
            <p>{capital(text)}</p>
          )}
          <Cited passages={citations} />
        </td>
      ))}
    </tr>
  );
}

/** Whether the plans have the same verdict on a formality, in the same words or in others. */
function likeness(verdicts: readonly ({ readonly status: string; readonly text: string } | undefined)[]): string {
  if (new Set(verdicts.map((verdict) => verdict?.status)).size > 1) return 'different';
  return new Set(verdicts.map((verdict) => verdict?.text)).size > 1 ? 'similar' : 'the same';
}

/** A row for each formality that an answer speaks of: the verdict of each plan, and whether it is the same for all. */
function FormalitiesCompared({ comparison: { plans, determinations } }: Pick<SideBySideProps, 'comparison'>) {
  const topics = [...new Set(determinations.flatMap(({ formalities }) => formalities.map(({ topic }) => topic)))];
  const rows = topics
    .map((topic) => ({
      topic,
      verdicts: determinations.map(({ formalities }) => formalities.find((each) => each.topic === topic)),
    }))
    .filter(({ verdicts }) => verdicts.some((verdict) => verdict !== undefined && verdict.status !== 'NOT_STATED'));
  if (rows.length === 0) return null;
  return (
    <section class="formalities" aria-labelledby="formalities">
      <h2 id="formalities">Paperwork and approvals</h2>
      <div class="scroller" tabIndex={0} role="region" aria-label="Paperwork and approvals of each plan">
        <table>
          <thead>
            <tr>
              <td />
              {plans.map(({ slug, name }) => (
                <th key={slug} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ topic, verdicts }) => (
              <tr key={topic}>
                <th scope="row">
                  {formalityName(topic)}
                  <br />
                  <span class="aside">{likeness(verdicts)}</span>
                </th>
                {verdicts.map((verdict, index) => (
                  <td key={plans[index]?.slug} data-formality={verdict?.status}>
                    {verdict === undefined ? (
                      <Status status={determinations[index]?.status ?? 'NOT_STATED'} />
                    ) : (
                      <>
                        <p>{verdict.text}</p>
                        <Cited passages={verdict.citations} />
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function SharedRequirements({ shared }: Pick<Comparison, 'shared'>) {
  if (shared.length === 0) return null;
  return (
    <section class="card">
      <h2>Required by all</h2>
      <ul class="plain-list">
        {shared.map(({ role, text, strength }) => (
          <li key={`${role} ${text}`}>
            {capital(text)}{' '}
            <span class="aside">
              {role === 'FOR_COVERAGE' ? roleWords[role] : `${strengthWords[strength]}, ${roleWords[role]}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The questions that the answers depend on, each once. */
function WhatIf({ comparison: { determinations }, place }: SideBySideProps) {
  const { known } = place;
  const missing = distinct(determinations.flatMap((determination) => determination.missing));
  const given = distinct(
    determinations.flatMap((determination) => determination.given.map(({ condition }) => condition)),
  );
  if (missing.length + given.length === 0) return null;
  return (
    <section class="card what-if">
      <h2>What if?</h2>
      <Toggles
        key={addressOf({ ...place, known: { ...known, met: [], unmet: [], counts: {} } })}
        known={known}
        missing={missing}
        given={given}
        next={null}
        onCaseChange={(next) => {
          go({ ...place, known: next });
        }}
      />
    </section>
  );
}

function distinct(conditions: readonly AskedFragment[]): AskedFragment[] {
  return [...new Map(conditions.map((condition) => [condition.slug, condition])).values()];
}
