/** A hook for the response to an operation; it returns the previous response until the new one arrives. */
import { useEffect, useState } from 'preact/hooks';
import { ask, remembered, type OperationResult } from './api.ts';
import { useAttempts } from './attempts.ts';
import { useToday } from './day.ts';
import type { TypedDocumentString } from './generated/graphql.ts';

export interface AnswerState<Result> extends OperationResult<Result> {
  /** True while `data` is the response to earlier variables. */
  readonly isLate: boolean;
}

/** Asks again when the variables, the day or the number of attempts change; null variables ask nothing. */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): AnswerState<Result> {
  const day = useToday();
  const attempts = useAttempts();
  const key = variables === null ? '' : JSON.stringify([day, variables]);
  const [last, setLast] = useState<{ readonly key: string; readonly result: OperationResult<Result> } | null>(null);
  useEffect(() => {
    if (variables === null) return;
    const stop = new AbortController();
    ask(document, variables, stop.signal).then(
      (result) => {
        if (!stop.signal.aborted) setLast({ key, result });
      },
      () => undefined,
    );
    return () => {
      stop.abort();
    };
  }, [document, key, attempts]);
  const known =
    last?.key === key || variables === null ? last?.result : (remembered(document, variables) ?? last?.result);
  return {
    data: known?.data ?? null,
    problems: known?.problems ?? [],
    isLate: variables !== null && last?.key !== key,
  };
}
