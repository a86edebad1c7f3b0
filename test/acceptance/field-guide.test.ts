/** The curator's guide holds what it must: every word of the shapes and lists, every law, and an example that is the data's own. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { ENGINE_CONSTRAINTS } from '../../src/engine/constraints.ts';
import { CONSTRAINTS } from '../../src/graph/constraints.ts';
import { FILE_CONSTRAINTS } from '../../src/store/file-constraints.ts';
import * as shapes from '../../src/model/shapes.ts';
import * as words from '../../src/model/words.ts';

const folder = new URL('../../data/', import.meta.url);
const guide = await readFile(new URL('README.md', folder), 'utf8');

it('has every key of every shape', () => {
  const keys = Object.values(shapes).flatMap((shape) => ('shape' in shape ? Object.keys(shape.shape as object) : []));
  expect(keys).toContain('takesRulesFrom');
  expect(keys.filter((key) => key !== '$schema' && !guide.includes(`\`${key}\``))).toEqual([]);
});

it('has every word of every closed list that data files use', () => {
  const lists = [
    words.AUTHORITIES,
    words.LICENCES,
    words.PLAN_LEVELS,
    words.INHERITANCES,
    words.QUANTIFIERS,
    words.MODALITIES,
    words.CONDITION_TOPICS,
    words.REMARK_TOPICS,
    words.REQUIREMENT_STRENGTHS,
    words.SYNONYM_MATCHES,
    words.CODE_SYSTEMS,
    words.EXTERNAL_CODE_SYSTEMS,
    words.STATUSES,
  ];
  const missing = lists.flat().filter((word) => {
    const small = word.toLowerCase().replaceAll('_', '-');
    return !guide.includes(`\`${small}\``) && !guide.includes(`\`${word}\``);
  });
  expect(missing).toEqual([]);
});

it('names every law of the data', () => {
  expect(
    [...[...CONSTRAINTS, ...FILE_CONSTRAINTS].map(({ name }) => name), ...Object.keys(ENGINE_CONSTRAINTS)].filter(
      (name) => !guide.includes(`\`${name}\``),
    ),
  ).toEqual([]);
});

it('shows files as they stand in the data', async () => {
  const blocks = [...guide.matchAll(/```yaml\n# data\/(\S+)\n([\s\S]*?)```/g)];
  expect(blocks.map(([, file]) => file)).toEqual([
    'sources/texas-class-waiver.yaml',
    'conditions/related-to-disability.yaml',
    'plans/texas-class-waiver.yaml',
  ]);
  for (const [, file = '', shown = ''] of blocks) {
    expect((await readFile(new URL(file, folder), 'utf8')).replace(/^#.*\n/gm, '')).toBe(shown);
  }
});
