/**
 * A plan with one of each thing that the surfaces show of an answer: two ways to be covered that differ in their terms, a
 * price under a condition, a formality that is not required, a change next year, and a document that was not read.
 */
const january = (year: number): string => `${String(year)}-01-01`;

/** The two documents, by their paths within a folder of data; the change begins on January 1 of the year after `today`. */
export function examplePlan(today: string): ReadonlyMap<string, string> {
  const change = january(Number(today.slice(0, 4)) + 1);
  const source = `name: Brochure of the example plan
authority: plan-document
checkedOn: 2026-11-23
licence: ALL-RIGHTS-RESERVED
passages:
  order: { at: page 3, says: "The plan pays for acupuncture that a clinician orders, up to twenty visits a year, once it agreed." }
  need: { at: page 4, says: "It also pays where the care is needed; each visit then costs twenty dollars." }
  network: { at: page 5, says: "In the network a visit costs five dollars." }
  referral: { at: page 6, says: "No referral is needed." }
  records: { at: page 7, says: "From next year on records are to be sent in." }
`;
  const plan = `name: Example plan
notRead: [The evidence of coverage of the example plan]
rules:
  on-order:
    covered: acupuncture
    when: prescribed
    limits: [{ limit: 20 visits per calendar year }]
    requires: { prior-authorization: { strength: required } }
    cites: [example-brochure#order]
  on-need:
    covered: acupuncture
    when: medically-necessary
    costs: [{ share: $20 copayment per visit }]
    cites: [example-brochure#need]
  network-price:
    asks: acupuncture
    when: in-network-provider
    costs: [{ share: $5 copayment per visit in network }]
    cites: [example-brochure#network]
  no-referral: { asks: acupuncture, requires: { referral: { strength: not-required } }, cites: [example-brochure#referral] }
  records:
    asks: acupuncture
    from: ${change}
    requires: { supporting-documentation: { strength: required } }
    cites: [example-brochure#records]
cases:
  acupuncture on order is covered: { of: acupuncture, met: [prescribed], status: COVERED }
`;
  return new Map([
    ['sources/example-brochure.yaml', source],
    ['plans/example-plan.yaml', plan],
  ]);
}
