/** Which plans are within which. */
import type { Plan } from './entries.ts';

/** Whether a plan is within another one, at any depth. No plan is within itself. */
export const isPlanWithin = (plan: Plan, outer: Plan): boolean =>
  plan.within !== null && (plan.within === outer || isPlanWithin(plan.within, outer));
