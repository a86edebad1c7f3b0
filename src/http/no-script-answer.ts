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
  PLAN_RULES_APPLY: 'the plan has rules on it',
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
  return html`<form class="ask" method="post" action="/answer"><div><label for="question">Ask in plain words</label><input id="question" type="text" name="question" maxlength="1000" required value="${question}"></div><button>Ask</button></form>`;
}

/** A form to select a plan and a service or billing code from lists. */
export function chooseForm({ plans, services, billingCodes }: PlainChoicesQuery): Html {
  const options = (entries: readonly { readonly slug: string; readonly name: string }[], kind = ''): Html[] =>
    entries.map(({ slug, name }) => html`<option value="${kind}${slug}">${name}</option>`);
  return html`<form class="choose" method="post" action="/answer">
<div><label for="plan">Does this plan</label><select id="plan" name="plan">${options(plans.nodes)}</select></div>
<div><label for="of">cover this?</label><select id="of" name="of">${options(services.nodes, 'service/')}${options(billingCodes.nodes, 'billing-code/')}</select></div>
<button>Ask</button></form>`;
}

function question({ slug, name, question: asked, counts }: PlainConditionFragment, said: string): Html {
  const field = `fact-${slug}`;
  if (counts !== null)
    return html`<p class="question"><label>${asked ?? name} <input type="number" min="0" max="999999" name="${field}" value="${said}"> ${counts}</label></p>`;
  const choice = (value: string, text: string): Html =>
    html`<label><input type="radio" name="${field}" value="${value}"${said === value ? html` checked` : null}> <span>${text}</span></label>`;
  return html`<fieldset class="question"><legend>${asked ?? `${name}?`}</legend><div class="choices">${choice('yes', 'Yes')}${choice('no', 'No')}${choice('', 'Don’t know')}</div></fieldset>`;
}

function whatIf({ plan, subject, territory, given, missing }: PlainAnswerFragment): Html | null {
  if (given.length + missing.length === 0) return null;
  const kind = subject.kind === 'BILLING_CODE' ? 'billing-code' : subject.kind.toLowerCase();
  const said = (holds: boolean | null, count: number | null): string =>
    count === null ? yesOrNo(holds === true).toLowerCase() : String(count);
  return html`<form method="post" action="/answer">
<input type="hidden" name="plan" value="${plan.slug}"><input type="hidden" name="of" value="${kind}/${subject.slug}">${territory === null ? null : html`<input type="hidden" name="in" value="${territory.code}">`}
${given.map(({ condition, holds, count }) => question(condition, said(holds, count)))}${missing.map((condition) => question(condition, ''))}
<p class="actions"><button>Derive again</button></p></form>`;
}

function passages(of: readonly PlainPassageFragment[]): Html | null {
  return list(
    of.map(
      ({
        locator,
        says,
        url,
        quote,
        source: { name, publisher, publishedOn, checkedOn },
      }) => html`<b>${name}</b>${publisher === null ? null : html`, ${publisher}`}, ${publishedOn ?? 'no date given'}, checked ${checkedOn}<br>
${url === null ? locator : html`<a href="${url}" rel="noreferrer noopener">${locator}</a>`} · ${says}${quote === null ? null : html`<blockquote>${quote}</blockquote>`}`,
    ),
  );
}

export function answerPage(of: PlainAnswerFragment): Html {
  const {
    status,
    possibleOutcomes,
    summary,
    plan,
    subject,
    territory,
    requirements,
    pathways,
    limits,
    costs,
    disagreements,
    proof,
    rejectedRules,
    assumptions,
    citations,
  } = of;
  const required = (role: string): Html | null =>
    list(
      requirements
        .filter((each) => each.role === role)
        .map(
          ({ text, state, strength, dependsOn }) =>
            html`${text} <span class="aside">${stateWords[state]}${role === 'ONCE_COVERED' && `, ${strengthWords[strength]}`}${dependsOn.length > 0 && `, depending on ${dependsOn.join(' and ')}`}</span>`,
        ),
    );
  return html`<article class="answer">
<h1>${subject.name} <span class="under">under ${plan.name}${territory !== null && ` in ${territory.name}`}</span></h1>
<div class="verdict" data-status="${status}"><p class="status large">${statusWords[status]}</p><p class="sentence">${summary}</p>
${status === 'CONDITIONAL' && html`<p class="outcomes">It can come to: ${possibleOutcomes.map((each) => statusWords[each].toLowerCase()).join(', ')}</p>`}</div>
${section('Coverage turns on', required('FOR_COVERAGE'))}${section('Once covered', required('ONCE_COVERED'))}
${section('What if?', whatIf(of))}
${section('Ways to cover', list(pathways.filter(({ facts }) => facts.length > 0).map(({ facts }) => html`${facts.map(({ text }) => text).join(' and ')}`)))}
${section('Limits', list(limits.map(({ text }) => html`${text}`)))}${section('What the person pays', list(costs.map(({ text }) => html`${text}`)))}
${section('Where the sources disagree', list(disagreements.map(({ title, positions }) => html`<b>${title}</b>${list(positions.map(({ says, sources }) => html`${says} <span class="aside">${sources.map(({ name }) => name).join('; ')}</span>`))}`)))}
<details class="card"><summary><h2>Why?</h2></summary>${list(proof.map(({ number, text, restsOn }) => html`${number}. ${text}${restsOn.length > 0 && html` <span class="aside">rests on ${restsOn.join(', ')}</span>`}`))}
${rejectedRules.length > 0 && html`<h3>Rules looked at that did not decide</h3>${list(rejectedRules.map(({ text }) => html`${text}`))}`}</details>
${section('Sources', passages(citations))}${section('Taken for granted', list(assumptions.map((text) => html`${text}`)))}
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
${section('Answers', list(determinations.map(({ status, subject, plan, summary }) => html`<b>${statusWords[status]}</b>: ${subject.name}, ${plan.name}<br>${summary}`)))}
${section('Sources', passages(citations))}</article>`;
  }
  return html`<h1>That was not understood</h1><p>${text}</p>${notUnderstood.length > 0 && html`<p>Nothing in the graph answers to ${notUnderstood.join(', ')}.</p>`}
${section('Ask instead', list(suggestions.map((suggestion) => html`<form method="post" action="/answer"><button name="question" value="${suggestion}" class="quiet">${suggestion}</button></form>`)))}`;
}
