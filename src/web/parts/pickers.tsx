/** A plan, and what is asked of it, chosen by name. */
import { useEffect, useState } from 'preact/hooks';
import type { SubjectName } from '../address.ts';
import { useEveryPlan, useEverySubject } from '../names.ts';
import { entryOf, kindWords, levelWords, subjectOf } from '../words.ts';
import { Combobox, type Option } from './combobox.tsx';

const mostOffered = 50;

/** Those whose text has every word typed, where a word begins first. */
function matching<Value>(options: readonly Option<Value>[], text: string): Option<Value>[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const scored = options.map((option) => {
    const name = ` ${option.text} ${option.note}`.toLowerCase();
    const isIn = words.every((word) => name.includes(word));
    return { option, score: !isIn ? -1 : words.every((word) => name.includes(` ${word}`)) ? 1 : 0 };
  });
  return scored.filter(({ score }) => score >= 0).sort((a, b) => b.score - a.score).slice(0, mostOffered).map(({ option }) => option);
}

function Picker<Value>({ label, options, chosen, onChoose }: { readonly label: string; readonly options: readonly Option<Value>[]; readonly chosen: string | null; readonly onChoose: (value: Value | null) => void }) {
  const name = options.find(({ key }) => key === chosen)?.text ?? '';
  const [text, setText] = useState(name);
  useEffect(() => { if (chosen !== null && name !== '') setText(name); }, [chosen, name]);
  return (
    <Combobox
      label={label} text={text} options={matching(options, text === name ? '' : text)}
      onText={(typed) => { setText(typed); if (chosen !== null) onChoose(null); }}
      onTake={({ text: taken, value }) => { setText(taken); onChoose(value); }}
    />
  );
}

export function PlanPicker({ label, chosen, onChoose }: { readonly label: string; readonly chosen: string | null; readonly onChoose: (slug: string | null) => void }) {
  const { items } = useEveryPlan();
  const options = items.map(({ slug, name, level, within }) => ({ key: slug, text: name, note: within === null ? levelWords[level] : `${levelWords[level]} in ${within.name}`, value: slug }));
  return <Picker label={label} options={options} chosen={chosen} onChoose={onChoose} />;
}

export function SubjectPicker({ label, chosen, onChoose }: { readonly label: string; readonly chosen: SubjectName | null; readonly onChoose: (subject: SubjectName | null) => void }) {
  const { items } = useEverySubject();
  const options = items.flatMap((entry) => {
    const value = subjectOf(entry);
    const others = entry.alternateNames.slice(0, 3).join(', ');
    return value === null ? [] : [{ key: `${value.kind}/${value.slug}`, text: entry.name, note: [kindWords[entryOf(entry).kind], others].filter((note) => note !== '').join(' · '), value }];
  });
  return <Picker label={label} options={options} chosen={chosen === null ? null : `${chosen.kind}/${chosen.slug}`} onChoose={onChoose} />;
}
