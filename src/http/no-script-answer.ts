/** Renders an answer as HTML without scripts: the status, a form for the conditions that it depends on, and the sources. */
import type {
  PlainAnswerFragment,
  PlainAskQuery,
  PlainChoicesQuery,
  PlainConditionFragment,
  PlainPassageFragment,
} from './generated/graphql.ts';
import { amountText, formalityName } from '../model/answer-words.ts';
import { html, type Html } from './html.ts';

const statusWords: Readonly<Record<PlainAnswerFragment['status'], string>> = {
  COVERED: 'Covered',
  CONDITIONAL: 'It depends',
  MAY_BE_COVERED: 'May be covered',
  CONFLICTING: 'Sources conflict',
  NOT_STATED: 'Not stated',
  MAY_BE_EXCLUDED: 'May be excluded',
  NOT_COVERED: 'Not covered',
};
const stateWords: Readonly<Record<PlainAnswerFragment['requirements'][number]['state'], string>> = {
  MET: 'met',
  UNMET: 'not met',
  UNKNOWN: 'not known yet',
};
const strengthWords: Readonly<Record<PlainAnswerFragment['requirements'][number]['strength'], string>> = {
  REQUIRED: 'required',
  PLAN_RULES_APPLY: 'the plan has rules about it',
  MAY_BE_REQUIRED: 'may be required',
  NOT_REQUIRED: 'not required',
};

const list = (items: readonly Html[]): Html | null =>
  items.length === 0 ? null : html`<ul class="plain-list">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
const section = (title: string, body: Html | null): Html | null =>
  body === null ? null : html`<section class="card"><h2>${title}</h2>${body}</section>`;

const yesOrNo = (isTrue: boolean): string => (isTrue ? 'Yes' : 'No');

/** A form for a question in plain language. It is sent in the body of a POST, so that no access log holds the question. */
export function askForm(question: string): Html {
  const input = html`<input id="question" type="text" name="question" maxlength="1000" required value="${question}">`;
  const field = html`<div><label for="question">Ask in plain words</label>${input}</div>`;
  return html`<form class="ask" method="post" action="answer">${field}<button>Ask</button></form>`;
}

/** A form to select a plan and a service or billing code from lists. */
export function chooseForm({ plans, services, billingCodes }: PlainChoicesQuery): Html {
  const options = (entries: readonly { readonly slug: string; readonly name: string }[], kind = ''): Html[] =>
    entries.map(({ slug, name }) => html`<option value="${kind}${slug}">${name}</option>`);
  const subjects = [
    ...options(services?.nodes ?? [], 'service/'),
    ...options(billingCodes?.nodes ?? [], 'billing-code/'),
  ];
  return html`<form class="choose" method="post" action="answer">
<div><label for="plan">Does this plan</label><select id="plan" name="plan">${options(plans?.nodes ?? [])}</select></div>
<div><label for="of">cover this?</label><select id="of" name="of">${subjects}</select></div>
<button>Ask</button></form>`;
}

/** The input for one condition: a number if the condition counts something, else yes, no or unknown. `value` is preset. */
function conditionInput({ slug, name, question, counts }: PlainConditionFragment, value: string): Html {
  const field = `fact-${slug}`;
  if (counts !== null) {
    const input = html`<input type="number" min="0" max="999999" name="${field}" value="${value}">`;
    return html`<p class="question"><label>${question ?? name} ${input} ${counts}</label></p>`;
  }
  const choice = (option: string, text: string): Html => {
    const checked = value === option ? html` checked` : null;
    return html`<label><input type="radio" name="${field}" value="${option}"${checked}> <span>${text}</span></label>`;
  };
  const choices = [choice('yes', 'Yes'), choice('no', 'No'), choice('', 'Don’t know')];
  const legend = html`<legend>${question ?? `${name}?`}</legend>`;
  return html`<fieldset class="question">${legend}<div class="choices">${choices}</div></fieldset>`;
}

function whatIf({ plan, subject, territory, given, missing }: PlainAnswerFragment): Html | null {
  if (given.length + missing.length === 0) return null;
  const kind = subject.kind === 'BILLING_CODE' ? 'billing-code' : subject.kind.toLowerCase();
  const valueOf = (holds: boolean | null, count: number | null): string =>
    count === null ? yesOrNo(holds === true).toLowerCase() : String(count);
  const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;
  const inputs = [
    ...given.map(({ condition, holds, count }) => conditionInput(condition, valueOf(holds, count))),
    ...missing.map((condition) => conditionInput(condition, '')),
  ];
  return html`<form method="post" action="answer">
${hidden('plan', plan.slug)}${hidden('of', `${kind}/${subject.slug}`)}${territory !== null && hidden('in', territory.code)}
${inputs}
<p class="actions"><button>Derive again</button></p></form>`;
}

function passage({ locator, says, url, quote, source }: PlainPassageFragment): Html {
  const { name, publisher, publishedOn, checkedOn } = source;
  const by = publisher !== null && html`, ${publisher}`;
  const link = url === null ? locator : html`<a href="${url}" rel="noreferrer noopener">${locator}</a>`;
  return html`<b>${name}</b>${by}, ${publishedOn ?? 'no date given'}, checked ${checkedOn}<br>
${link} · ${says}${quote !== null && html`<blockquote>${quote}</blockquote>`}`;
}

/** The parts of one requirement: its text, its state, what it depends on, and who states it if one source does so on its own. */
function requirement({
  text,
  role,
  state,
  strength,
  dependsOn,
  citations,
}: PlainAnswerFragment['requirements'][number]): Html {
  const strengthText = role !== 'FOR_COVERAGE' && `, ${strengthWords[strength]}`;
  const dependsText = dependsOn.length > 0 && `, depending on ${dependsOn.join(' and ')}`;
  const by = role === 'ALSO_STATED' && `, stated by ${sourceNames(citations)}`;
  return html`${text} <span class="aside">${stateWords[state]}${strengthText}${dependsText}${by}</span>`;
}

const sourceNames = (
  citations: readonly { readonly source: { readonly slug: string; readonly name: string } }[],
): string => [...new Map(citations.map(({ source }) => [source.slug, source.name])).values()].join('; ');

/** The verdict on one formality, with a link to each source if it has an address. */
function formality({ topic, text, role, citations }: PlainAnswerFragment['formalities'][number]): Html {
  const sources = [...new Map(citations.map((citation) => [citation.source.slug, citation])).values()].map(
    ({ url, source }, index) => {
      const name = url === null ? source.name : html`<a href="${url}" rel="noreferrer noopener">${source.name}</a>`;
      return html`${index > 0 && '; '}${name}`;
    },
  );
  const by =
    sources.length > 0 && html`<br><span class="aside">${role === 'ALSO_STATED' && 'Also stated by '}${sources}</span>`;
  return html`<b>${formalityName(topic)}</b> ${text}${by}`;
}

const amount = (each: PlainAnswerFragment['limits'][number] | PlainAnswerFragment['costs'][number]): Html =>
  html`${amountText(each)}`;

/** A way to be covered; with its own requirements, limits and costs, unless it is the only way. */
function route(
  { outcome, facts, requirements, limits, costs }: PlainAnswerFragment['routes'][number],
  isOnly: boolean,
): Html {
  const factsText = facts.length === 0 ? 'no further facts are needed' : facts.map(({ text }) => text).join(' and ');
  const required = requirements.map(({ text, strength, dependsOn }) => {
    const depends = dependsOn.length > 0 && `, depending on ${dependsOn.join(' and ')}`;
    return html`${text}: ${strengthWords[strength]}${depends}`;
  });
  const terms = isOnly ? null : list([...required, ...limits.map(amount), ...costs.map(amount)]);
  return html`${factsText} <span class="aside">${statusWords[outcome]}</span>${terms}`;
}

function routesSection({ routes, routesComplete }: PlainAnswerFragment): Html | null {
  if (routes.every(({ facts }) => facts.length === 0)) return null;
  const ways = list(routes.map((each) => route(each, routes.length === 1)));
  const more = !routesComplete && html`<p class="aside">There are more, too many to list.</p>`;
  return section(routes.length === 1 ? 'What would be enough' : 'Ways to be covered', html`${ways}${more}`);
}

function laterAnswer({ on, status, determination }: PlainAnswerFragment['upcomingChanges'][number]): Html {
  const { summary, limits, costs } = determination;
  return html`<b>From ${on}: ${statusWords[status]}</b><br>${summary}${list([...limits.map(amount), ...costs.map(amount)])}`;
}

/** Where the answer was looked for, what was not read, and the sources without which the status is another. */
function scopeSection({ scope, leansOn }: PlainAnswerFragment): Html | null {
  const notRead = list(scope.notRead.map((text) => html`${text}`));
  const leaning = list(leansOn.map(({ source, without }) => html`Without ${source.name}: ${statusWords[without]}`));
  return section(
    'Where we looked',
    html`<p>${scope.text}</p>${notRead !== null && html`<h3>Known and not read</h3>${notRead}`}
${leaning !== null && html`<h3>One source decides</h3>${leaning}`}`,
  );
}

function verdict({ status, summary, possibleOutcomes }: PlainAnswerFragment): Html {
  const outcomes = possibleOutcomes.map((each) => statusWords[each].toLowerCase()).join(', ');
  const statusLine = html`<p class="status large">${statusWords[status]}</p>`;
  return html`<div class="verdict" data-status="${status}">${statusLine}<p class="sentence">${summary}</p>
${status === 'CONDITIONAL' && html`<p class="outcomes">Possible outcomes: ${outcomes}</p>`}</div>`;
}

function disagreement({ title, positions }: PlainAnswerFragment['disagreements'][number]): Html {
  const sides = positions.map(({ says, asOf, sources }) => {
    const names = sources.map(({ name }) => name).join('; ');
    return html`${says} <span class="aside">${names}${asOf !== null && `, as of ${asOf}`}</span>`;
  });
  return html`<b>${title}</b>${list(sides)}`;
}

function reasons({ proof, rejectedRules }: PlainAnswerFragment): Html {
  const steps = proof.map(({ number, text, restsOn }) => {
    const premises = restsOn.length > 0 && html` <span class="aside">rests on ${restsOn.join(', ')}</span>`;
    return html`${number}. ${text}${premises}`;
  });
  const rejected = list(rejectedRules.map(textOf));
  return html`<details class="card"><summary><h2>Why?</h2></summary>${list(steps)}
${rejected !== null && html`<h3>Rules looked at that did not decide</h3>${rejected}`}</details>`;
}

const textOf = ({ text }: { readonly text: string }): Html => html`${text}`;

/** One answer in full: status, requirements, formalities, a form for facts, ways, limits, costs, disagreements and sources. */
export function answerPage(answer: PlainAnswerFragment): Html {
  const { plan, subject, territory, requirements, formalities, limits, costs, upcomingChanges } = answer;
  const { disagreements, assumptions, citations } = answer;
  const required = (role: string): Html | null =>
    list(requirements.filter((each) => each.role === role).map(requirement));
  const under = html`under ${plan.name}${territory !== null && ` in ${territory.name}`}`;
  return html`<article class="answer">
<h1>${subject.name} <span class="under">${under}</span></h1>
${verdict(answer)}
${section('To be covered', required('FOR_COVERAGE'))}${section('Once covered', required('ONCE_COVERED'))}
${section('Also stated', required('ALSO_STATED'))}${section('Paperwork and approvals', list(formalities.map(formality)))}
${section('What if?', whatIf(answer))}
${routesSection(answer)}
${section('Limits', list(limits.map(amount)))}${section('What the person pays', list(costs.map(amount)))}
${section('What will change', list(upcomingChanges.map(laterAnswer)))}
${section('Where the sources disagree', list(disagreements.map(disagreement)))}
${reasons(answer)}
${section('Sources', list(citations.map(passage)))}${section('What we assumed', list(assumptions.map((text) => html`${text}`)))}
${scopeSection(answer)}
</article>`;
}

/** The answer to a question in plain language: one full answer, several short ones, or suggestions if it was not understood. */
export function plainLanguageAnswerPage({
  understood,
  yes,
  text,
  notUnderstood,
  suggestions,
  concepts,
  citations,
  determinations,
}: NonNullable<PlainAskQuery['ask']>): Html {
  const [only, ...others] = determinations;
  if (understood && only !== undefined && others.length === 0)
    return html`${text !== only.summary && html`<p class="sentence">${text}</p>`}${answerPage(only)}`;
  if (understood) {
    return html`<article class="answer"><h1>${yes === null ? 'Answer' : yesOrNo(yes)}</h1><p class="sentence">${text}</p>
${section('Found', list(concepts.map(({ name, description }) => html`<b>${name}</b> ${description}`)))}
${section('Answers', list(determinations.map(shortAnswer)))}
${section('Sources', list(citations.map(passage)))}</article>`;
  }
  const unknownNames = notUnderstood.join(', ');
  const unknown = unknownNames !== '' && html`<p>We have no entry named ${unknownNames}.</p>`;
  return html`<h1>We could not answer that</h1><p>${text}</p>${unknown}
${section('Ask instead', list(suggestions.map(suggestionButton)))}`;
}

function shortAnswer({ status, subject, plan, summary }: PlainAnswerFragment): Html {
  return html`<b>${statusWords[status]}</b>: ${subject.name}, ${plan.name}<br>${summary}`;
}

/** A button that asks the suggested question. */
function suggestionButton(suggestion: string): Html {
  const button = html`<button name="question" value="${suggestion}" class="quiet">${suggestion}</button>`;
  return html`<form method="post" action="answer">${button}</form>`;
}
