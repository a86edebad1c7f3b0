/** A hook for the response to an operation; it returns the previous response until the new one arrives. */
import { useEffect, useState } from 'preact/hooks';
import { ask, remembered, type OperationResult } from './api.ts';
import { useAttempts } from './attempts.ts';
import { useToday } from './day.ts';
import type { TypedDocumentString } from './generated/graphql.ts';

export interface AnswerState<Result> extends OperationResult<Result> {
  /** True while the response to the current variables is loading; `data` may be the response to earlier ones. */
  readonly isLate: boolean;
}

interface Held<Result> {
  readonly key: string;
  readonly day: string;
  readonly attempts: number;
  readonly result: OperationResult<Result>;
}

/**
 * Asks again when the variables, the day or the number of attempts change; null variables ask nothing. A response is not
 * returned after its day, and one with problems not after the visitor asked again.
 */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): AnswerState<Result> {
  const day = useToday();
  const attempts = useAttempts();
  const key = variables === null ? '' : JSON.stringify(variables);
  const [last, setLast] = useState<Held<Result> | null>(null);
  useEffect(() => {
    if (variables === null) return;
    const stop = new AbortController();
    ask(document, variables, stop.signal).then(
      (result) => {
        if (!stop.signal.aborted) setLast({ key, day, attempts, result });
      },
      () => undefined,
    );
    return () => {
      stop.abort();
    };
  }, [document, key, day, attempts]);
  if (variables === null) return { ...nothing, isLate: false };
  const isCurrent = last?.key === key && last.day === day && last.attempts === attempts;
  if (isCurrent) return { ...last.result, isLate: false };
  const earlier = last?.day === day && last.result.problems.length === 0 ? last.result : nothing;
  return { ...(remembered(document, variables) ?? earlier), isLate: true };
}

const nothing = { data: null, problems: [] };
