/** A graph is made ready between requests, and what was made so is what is asked for. */
import { expect, test } from 'vitest';
import { allDisagreements, workOut } from '../../src/engine/disagreement-index.ts';
import { warmed } from '../../src/process/warming.ts';
import { graph } from '../http/real.ts';

const today = () => '2026-11-23';

test('others have their turn meanwhile', async () => {
  const copy = { ...graph };
  let turns = 0;
  let isOver = false;
  const other = (): void => {
    if (!isOver)
      setImmediate(() => {
        turns += 1;
        other();
      });
  };
  other();
  expect(await warmed(copy, today)).toBe(copy);
  isOver = true;
  expect(turns).toBeGreaterThan(5);
});

test('part by part it comes to the same as at once, and once only', () => {
  const [once, parts] = [{ ...graph }, { ...graph }];
  let count = 0;
  while (!workOut(parts, today())) count += 1;
  expect(count).toBeGreaterThan(100);
  expect(allDisagreements(parts, today()).map(({ key }) => key)).toEqual(
    allDisagreements(once, today()).map(({ key }) => key),
  );
  expect(allDisagreements(parts, today())).toBe(allDisagreements(parts, today()));
});

test('another day begins anew', () => {
  const copy = { ...graph };
  expect(allDisagreements(copy, today())).not.toBe(allDisagreements(copy, '2026-11-24'));
});
