/** Renders an answer as HTML without scripts: the status, a form for the conditions that it depends on, and the sources. */
import type {
  PlainAnswerFragment,
  PlainAskQuery,
  PlainChoicesQuery,
  PlainConditionFragment,
  PlainPassageFragment,
} from './generated/graphql.ts';
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

/** The parts of one requirement: its text, its state, and what it depends on. */
function requirement({ text, role, state, strength, dependsOn }: PlainAnswerFragment['requirements'][number]): Html {
  const strengthText = role === 'ONCE_COVERED' && `, ${strengthWords[strength]}`;
  const dependsText = dependsOn.length > 0 && `, depending on ${dependsOn.join(' and ')}`;
  return html`${text} <span class="aside">${stateWords[state]}${strengthText}${dependsText}</span>`;
}

function verdict({ status, summary, possibleOutcomes }: PlainAnswerFragment): Html {
  const outcomes = possibleOutcomes.map((each) => statusWords[each].toLowerCase()).join(', ');
  const statusLine = html`<p class="status large">${statusWords[status]}</p>`;
  return html`<div class="verdict" data-status="${status}">${statusLine}<p class="sentence">${summary}</p>
${status === 'CONDITIONAL' && html`<p class="outcomes">Possible outcomes: ${outcomes}</p>`}</div>`;
}

function disagreement({ title, positions }: PlainAnswerFragment['disagreements'][number]): Html {
  const sides = positions.map(({ says, sources }) => {
    const names = sources.map(({ name }) => name).join('; ');
    return html`${says} <span class="aside">${names}</span>`;
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

/** One answer in full: status, requirements, a form for facts, limits, costs, disagreements, proof and sources. */
export function answerPage(answer: PlainAnswerFragment): Html {
  const { plan, subject, territory, requirements, pathways, limits, costs, disagreements, assumptions, citations } =
    answer;
  const required = (role: string): Html | null =>
    list(requirements.filter((each) => each.role === role).map(requirement));
  const waysToCover = pathways
    .filter(({ facts }) => facts.length > 0)
    .map(({ facts }) => html`${facts.map(({ text }) => text).join(' and ')}`);
  const under = html`under ${plan.name}${territory !== null && ` in ${territory.name}`}`;
  return html`<article class="answer">
<h1>${subject.name} <span class="under">${under}</span></h1>
${verdict(answer)}
${section('To be covered', required('FOR_COVERAGE'))}${section('Once covered', required('ONCE_COVERED'))}
${section('What if?', whatIf(answer))}
${section('What would be enough', list(waysToCover))}
${section('Limits', list(limits.map(textOf)))}${section('What the person pays', list(costs.map(textOf)))}
${section('Where the sources disagree', list(disagreements.map(disagreement)))}
${reasons(answer)}
${section('Sources', list(citations.map(passage)))}${section('What we assumed', list(assumptions.map((text) => html`${text}`)))}
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
