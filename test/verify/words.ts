/** The closed lists of a receipt's fields, for putting another word in a field's place. */
import {
  AUTHORITIES,
  CONCEPT_KINDS,
  DEFEAT_GROUNDS,
  LINK_INVERSES,
  PROOF_STEP_KINDS,
  REJECTION_REASONS,
  STATUSES,
  TRUTH_VALUES,
} from '../../src/model/words.ts';

export const words = {
  status: STATUSES,
  best: STATUSES,
  possibleOutcomes: STATUSES,
  minimumAuthority: AUTHORITIES,
  reason: REJECTION_REASONS,
  truth: TRUTH_VALUES,
  ground: DEFEAT_GROUNDS,
  kind: [...PROOF_STEP_KINDS, ...CONCEPT_KINDS, ...Object.keys(LINK_INVERSES)],
} as const;
