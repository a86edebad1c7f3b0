/** Names of the files in src/examples that GraphiQL shows as tabs, in order. The first tab is open at the start. */
export const exampleTabs: readonly string[] = [
  'what-does-tricare-prime-require-for-massage',
  'when-can-a-medicare-advantage-plan-cover-97124',
  'does-medicare-pay-for-care-in-canada',
  'how-do-medicare-advantage-and-tricare-prime-differ-on-massage',
  'which-plans-cover-massage-therapy',
  'which-sources-is-the-graph-read-from',
];
