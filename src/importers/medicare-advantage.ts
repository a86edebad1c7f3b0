/** What holds of every Medicare Advantage plan by regulation, for the importers of such plans. */
import type { PlanEntry } from './importer.ts';

const planRules: { strength: string; cites: string[] } = {
  strength: 'plan-rules-apply',
  cites: ['cfr-42-422-101#plan-rules'],
};

/**
 * A Medicare Advantage plan covers what Original Medicare covers, and may have its own rules on authorization, referral and
 * network (42 CFR 422.101(a) and (c)).
 */
export const BASIC_BENEFITS: NonNullable<PlanEntry['takesRulesFrom']> = {
  'original-medicare': {
    takes: 'grants-only',
    requires: { 'prior-authorization': planRules, referral: planRules, 'in-network-provider': planRules },
    cites: ['cfr-42-422-101#basic-benefits'],
  },
};
