/** Components whose scripts are loaded when they are first shown. */
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useAttempts } from '../attempts.ts';

/**
 * A component that shows `waiting` until its script is there. Shows `failed` if the server does not have the script, as after
 * the release of another build, or cannot be reached; the script is requested again when the visitor asks again.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: JSX.Element,
  failed: JSX.Element,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const [isFailed, setFailed] = useState(false);
    const [, redraw] = useState(loaded !== null);
    const attempts = useAttempts();
    useEffect(() => {
      if (loaded !== null) return;
      setFailed(false);
      load().then(
        (component) => {
          loaded = component;
          redraw(true);
        },
        () => {
          setFailed(true);
        },
      );
    }, [attempts]);
    const Loaded = loaded;
    if (Loaded !== null) return <Loaded {...props} />;
    return isFailed ? failed : waiting;
  };
}
