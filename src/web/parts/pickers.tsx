/** Fields to choose a plan and a subject by name. They suggest a few entries, then what the API's search finds. */
import { useEffect, useState } from 'preact/hooks';
import type { SubjectName } from '../address.ts';
import type { Problem } from '../api.ts';
import {
  FirstPlansDocument,
  FirstSubjectsDocument,
  SearchDocument,
  type SearchQuery,
  type SearchQueryVariables,
} from '../generated/graphql.ts';
import { useAnswer } from '../use-answer.ts';
import { useSettled } from '../use-settled.ts';
import { entryOf, kindWords, subjectOf } from '../words.ts';
import { Combobox } from './combobox.tsx';
import { Problems } from './problems.tsx';

type Found = NonNullable<SearchQuery['search']>['nodes'][number];

interface Props {
  readonly label: string;
  /** The name of the chosen entry; empty if none is chosen. */
  readonly chosen: string;
  readonly kinds: Exclude<SearchQueryVariables['kinds'], null | undefined>;
  readonly first: readonly Found[];
  /** Why `first` is not there. */
  readonly problems: readonly Problem[];
  readonly onChoose: (entry: Found | null) => void;
}

function Picker({ label, chosen, kinds, first, problems, onChoose }: Props) {
  const [text, setText] = useState(chosen);
  useEffect(() => {
    if (chosen !== '') setText(chosen);
  }, [chosen]);
  const settled = useSettled(text.trim());
  const isTyped = settled !== '' && settled !== chosen;
  const { data, problems: searchProblems } = useAnswer(SearchDocument, isTyped ? { text: settled, kinds } : null);
  const options = (isTyped ? (data?.search?.nodes ?? []) : first).map((entry) => ({
    key: `${entry.kind} ${entry.slug}`,
    text: entry.name,
    note: [kindWords[entryOf(entry).kind], entry.alternateNames.slice(0, 3).join(', ')]
      .filter((note) => note !== '')
      .join(' · '),
    value: entry,
  }));
  return (
    <div>
      <Combobox
        label={label}
        text={text}
        options={options}
        onText={(typed) => {
          setText(typed);
          if (chosen !== '') onChoose(null);
        }}
        onTake={({ text: taken, value }) => {
          setText(taken);
          onChoose(value);
        }}
      />
      <Problems problems={isTyped ? searchProblems : problems} isAside />
    </div>
  );
}

export function PlanPicker({
  label,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: string;
  readonly onChoose: (plan: { slug: string; name: string } | null) => void;
}) {
  const { data, problems } = useAnswer(FirstPlansDocument, {});
  return (
    <Picker
      label={label}
      chosen={chosen}
      kinds={['PLAN']}
      first={data?.plans?.nodes ?? []}
      problems={problems}
      onChoose={onChoose}
    />
  );
}

export function SubjectPicker({
  label,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: string;
  readonly onChoose: (subject: (SubjectName & { name: string }) | null) => void;
}) {
  const { data, problems } = useAnswer(FirstSubjectsDocument, {});
  const choose = (entry: Found | null): void => {
    const subject = entry === null ? null : subjectOf(entry);
    onChoose(entry === null || subject === null ? null : { ...subject, name: entry.name });
  };
  return (
    <Picker
      label={label}
      chosen={chosen}
      kinds={['SERVICE', 'TECHNIQUE', 'BILLING_CODE']}
      first={[...(data?.services?.nodes ?? []), ...(data?.billingCodes?.nodes ?? [])]}
      problems={problems}
      onChoose={choose}
    />
  );
}
