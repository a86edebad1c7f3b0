/** Where the page is, and how it goes elsewhere. */
import { useEffect, useState } from 'preact/hooks';
import { addressOf, readAddress, type Place } from './address.ts';

/** The place that the address bar names, kept up with back, forward and every link. */
export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => {
      setHash(location.hash);
    };
    addEventListener('hashchange', follow);
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);
  return readAddress(hash);
}

/** Goes there; the way back leads here. */
export function go(place: Place): void {
  location.hash = addressOf(place);
}

/** The same place told more exactly, such as while a filter is typed: no step of its own on the way back. */
export function amend(place: Place): void {
  history.replaceState(null, '', addressOf(place));
  dispatchEvent(new PopStateEvent('popstate'));
}
