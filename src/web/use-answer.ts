/** An operation's answer as a component sees it: the one before stays in view until the new one is there. */
import { useEffect, useState } from 'preact/hooks';
import { ask, remembered, type Answered } from './api.ts';
import { useAttempts } from './attempts.ts';
import { useToday } from './day.ts';
import type { TypedDocumentString } from './generated/graphql.ts';

export interface Seen<Result> extends Answered<Result> {
  /** True while what is seen answers an earlier question. */
  readonly isLate: boolean;
}

/** Null variables ask nothing. */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Seen<Result> {
  const day = useToday();
  const attempts = useAttempts();
  const key = variables === null ? '' : JSON.stringify([day, variables]);
  const [last, setLast] = useState<{ readonly key: string; readonly answered: Answered<Result> } | null>(null);
  useEffect(() => {
    if (variables === null) return;
    const stop = new AbortController();
    ask(document, variables, stop.signal).then(
      (answered) => {
        if (!stop.signal.aborted) setLast({ key, answered });
      },
      () => undefined,
    );
    return () => {
      stop.abort();
    };
  }, [document, key, attempts]);
  const known =
    last?.key === key || variables === null ? last?.answered : (remembered(document, variables) ?? last?.answered);
  return {
    data: known?.data ?? null,
    problems: known?.problems ?? [],
    isLate: variables !== null && last?.key !== key,
  };
}
