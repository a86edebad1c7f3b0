/** The current place of the page, and navigation. */
import { useEffect, useState } from 'preact/hooks';
import { addressOf, readAddress, type Place } from './address.ts';
import { askAgain } from './attempts.ts';
import { focusHeading } from './parts/heading.tsx';

/** The place of the current address, updated on Back, Forward and every link. */
export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => {
      setHash(location.hash);
    };
    addEventListener('hashchange', follow);
    addEventListener('popstate', follow);
    follow(); // the address may have changed before the listeners were there
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);
  return readAddress(hash);
}

/** Whether the page is at the place already, however its address is written. */
export const isHere = (address: string): boolean => addressOf(readAddress(location.hash)) === address;

/** Navigates to a place and adds it to the history. At the same place, asks again for what failed. */
export function go(place: Place): void {
  const address = addressOf(place);
  if (isHere(address)) {
    focusHeading();
    askAgain();
  } else location.hash = address;
}

/** Replaces the current history entry, for changes that Back should not undo, such as each letter of a filter. */
export function amend(place: Place): void {
  history.replaceState(null, '', addressOf(place));
  dispatchEvent(new PopStateEvent('popstate'));
}
