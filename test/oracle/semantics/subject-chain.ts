/** Semantics, section 3, subject chain: docs/semantics.md#section-3-subject-chain. */
import type { DataDocuments } from '../../../src/model/shapes.ts';
import { reachable, remember } from './reachable.ts';

/**
 * From a technique to the codes that include it and the services that use it, from a code to the services that it
 * bills, from a service to what is broader.
 */
export function makeSubjectChain({
  services,
  techniques,
  billingCodes,
}: DataDocuments): (subject: string) => ReadonlySet<string> {
  function codesIncluding(technique: string): string[] {
    return Object.keys(billingCodes).filter((code) => technique in (billingCodes[code]?.includes ?? {}));
  }
  function up(subject: string): string[] {
    return [
      ...codesIncluding(subject),
      ...Object.keys(techniques[subject]?.usedIn ?? {}),
      ...Object.keys(billingCodes[subject]?.bills ?? {}),
      ...Object.keys(services[subject]?.broader ?? {}),
    ];
  }
  return remember((subject) => reachable(subject, up));
}
