/** A form to choose a plan and a subject by name, instead of a question in plain English. */
import { useState } from 'preact/hooks';
import { nothingKnown, type SubjectName } from '../address.ts';
import { go } from '../router.ts';
import { PlanPicker, SubjectPicker } from './pickers.tsx';

export function Choose() {
  const [plan, setPlan] = useState<{ readonly slug: string; readonly name: string } | null>(null);
  const [of, setOf] = useState<(SubjectName & { readonly name: string }) | null>(null);
  const ask = (): void => {
    if (plan !== null && of !== null)
      go({ view: 'answer', plan: plan.slug, of: { kind: of.kind, slug: of.slug }, known: nothingKnown, why: false });
  };
  return (
    <form
      class="choose"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <PlanPicker label="Does this plan" chosen={plan?.name ?? ''} onChoose={setPlan} />
      <SubjectPicker label="cover this?" chosen={of?.name ?? ''} onChoose={setOf} />
      <button type="submit" disabled={plan === null || of === null}>
        Ask
      </button>
    </form>
  );
}
