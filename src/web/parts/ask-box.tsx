/** The question box: takes a question in plain English, or a name, for which it suggests entries. */
import { useEffect, useState } from 'preact/hooks';
import { SearchDocument } from '../generated/graphql.ts';
import { addressOf } from '../address.ts';
import { go } from '../router.ts';
import { useAnswer } from '../use-answer.ts';
import { useSettled } from '../use-settled.ts';
import { entryOf, kindWords, type Named } from '../words.ts';
import { Combobox } from './combobox.tsx';

/** A text with more words is taken for a question, not a name. */
const mostWordsOfName = 4;

export function AskBox({ question }: { readonly question: string }) {
  const [text, setText] = useState(question);
  useEffect(() => {
    setText(question);
  }, [question]);
  const settled = useSettled(text.trim());
  const isName =
    settled.length > 1 &&
    settled !== question &&
    settled.split(/\s+/).length <= mostWordsOfName &&
    !settled.endsWith('?');
  const { data } = useAnswer(SearchDocument, isName ? { text: settled } : null);
  const options = isName
    ? (data?.search?.nodes ?? []).map((entry: Named) => ({
        key: `${entry.kind} ${entry.slug}`,
        text: entry.name,
        note: kindWords[entryOf(entry).kind],
        value: entry,
      }))
    : [];
  return (
    <form
      class="ask"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') go({ view: 'ask', question: text.trim() });
      }}
    >
      <Combobox
        label="Ask in plain words, or type a name"
        text={text}
        placeholder="What does TRICARE Prime require for massage?"
        options={options}
        isFree
        onText={setText}
        onTake={({ value }) => {
          location.hash = addressOf({ view: 'walk', ...entryOf(value) });
        }}
      />
      <button type="submit">Ask</button>
    </form>
  );
}
