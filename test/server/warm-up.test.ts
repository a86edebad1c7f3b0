/** A graph is made ready between requests, and what was made so is what is asked for. */
import { expect, test } from 'vitest';
import { allDisagreements, buildIncrementally } from '../../src/engine/disagreement-index.ts';
import { warmUp } from '../../src/server/warm-up.ts';
import { graph } from '../helpers/real-server.ts';

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
  expect(await warmUp(copy, today)).toBe(copy);
  isOver = true;
  expect(turns).toBeGreaterThan(5);
});

test('part by part it comes to the same as at once, and once only', () => {
  const [once, parts] = [{ ...graph }, { ...graph }];
  let count = 0;
  while (!buildIncrementally(parts, today())) count += 1;
  expect(count).toBeGreaterThan(100);
  // Each step looks at no more than one plan, one question or one entry.
  const { plans, subjects, conditions, sources } = parts;
  expect(count).toBeGreaterThan(2 * plans.size + subjects.size + conditions.size + sources.size);
  expect(allDisagreements(parts, today()).map(({ key }) => key)).toEqual(
    allDisagreements(once, today()).map(({ key }) => key),
  );
  expect(allDisagreements(parts, today())).toBe(allDisagreements(parts, today()));
});

test('another day starts the work again', () => {
  const copy = { ...graph };
  expect(allDisagreements(copy, today())).not.toBe(allDisagreements(copy, '2026-11-24'));
});
