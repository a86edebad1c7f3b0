/** The ways to be covered, each with what it still needs and with its own requirements, limits and costs. */
import { amountText } from '../../model/answer-words.ts';
import type { AnswerFragment } from '../generated/graphql.ts';
import { capital, counted, stateWords, strengthWords } from '../words.ts';
import { Status } from './status.tsx';

type Route = AnswerFragment['routes'][number];

/** How many ways are shown open; the others are closed at first. */
const mostShown = 3;

export function Routes({ answer: { routes, routesComplete } }: { readonly answer: AnswerFragment }) {
  if (routes.every(({ facts }) => facts.length === 0)) return null;
  const isOnly = routes.length === 1;
  return (
    <section class="card routes" aria-labelledby="routes">
      <h2 id="routes">{isOnly ? 'What would be enough' : 'Ways to be covered'}</h2>
      <p class="aside">
        {isOnly ? 'The smallest set of facts that is enough' : 'Each of these sets of facts is enough on its own'}
      </p>
      <RouteList routes={routes.slice(0, mostShown)} isOnly={isOnly} />
      {routes.length > mostShown && (
        <details class="more">
          <summary>{counted(routes.length - mostShown, ['more way', 'more ways'])}</summary>
          <RouteList routes={routes.slice(mostShown)} isOnly={false} />
        </details>
      )}
      {!routesComplete && <p class="aside">There are more, too many to list.</p>}
    </section>
  );
}

/** The terms of the only way are those of the answer, which are listed elsewhere on the page. */
function RouteList({ routes, isOnly }: { readonly routes: readonly Route[]; readonly isOnly: boolean }) {
  return (
    <ol class="pathways">
      {routes.map((route, index) => (
        <li key={index}>
          <span>
            {route.facts.length === 0 && 'No further facts are needed'}
            {route.facts.map(({ text }, place) => (
              <span key={text}>
                {place > 0 && <span class="plus"> and </span>}
                {text}
              </span>
            ))}
          </span>{' '}
          <Status status={route.outcome} />
          {!isOnly && <Terms route={route} />}
        </li>
      ))}
    </ol>
  );
}

function Terms({ route: { requirements, limits, costs } }: { readonly route: Route }) {
  const required = requirements.map(({ text, state, strength, dependsOn }) => {
    const how = state === 'MET' ? stateWords.MET : strengthWords[strength];
    return `${text} (${[how, ...dependsOn.map((each) => `depending on ${each}`)].join(', ')})`;
  });
  const lists = [
    { title: 'Then', items: required },
    { title: 'Limits', items: limits.map(amountText) },
    { title: 'You pay', items: costs.map(amountText) },
  ].filter(({ items }) => items.length > 0);
  if (lists.length === 0) return null;
  return (
    <dl class="route-terms">
      {lists.map(({ title, items }) => (
        <div key={title}>
          <dt>{title}</dt>
          {items.map((item) => (
            <dd key={item}>{capital(item)}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
