/** Runs the contract of every store for the stores that need only files. contract.postgres.test.ts runs it for the database. */
import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { inMemory } from '../../src/store/memory.ts';
import { readSnapshot, writeSnapshot } from '../../src/store/snapshot/snapshot.ts';
import { FIELDS, rowsOf, TABLES } from '../../src/store/snapshot/tables.ts';
import { ownData } from '../helpers/own-data.ts';
import { madeData } from '../scale/made-data.ts';
import { graph as reference } from '../schema/ask.ts';
import { differences, holdsTheContract, isOneAndTheSame } from './contract.ts';

function reopened(graph: Graph): Graph {
  const read = readSnapshot(writeSnapshot(graph));
  if ('unusable' in read) throw new Error(read.unusable);
  return read.graph;
}

async function fromMemory(): Promise<Graph> {
  const { graph } = await loadFolders({ data: ['data'], sources: [] }, inMemory(ownData));
  if (!graph) throw new Error('the own data is sound');
  return graph;
}

const { graph: made } = buildGraph(madeData(1_000));
if (!made) throw new Error('the made-up data is sound');

const stores = [
  ['files in memory', await fromMemory()],
  ['a snapshot', reopened(reference)],
  ['a snapshot of a snapshot', reopened(reopened(reference))],
] as const;

describe('a snapshot', () => {
  test.each([
    ['the data', reference],
    ['made-up data', made],
  ])('has a column for every field of every entry of %s', (_, graph) => {
    const rows = rowsOf(graph);
    for (const table of TABLES)
      for (const row of rows[table])
        expect(
          Object.keys(row).filter((field) => !(field in FIELDS[table])),
          table,
        ).toEqual([]);
    expect(Object.keys(graph).filter((field) => !(field in reopened(graph)))).toEqual([]);
  });

  test('returns made-up data unchanged', () => {
    const { found, compared } = differences(made, reopened(made));
    expect(found.filter(isOneAndTheSame)).toEqual([]);
    expect(compared).toBeGreaterThan(5_000);
  });

  test('is compared in every field, so a missing field is found', () => {
    const [plan] = reference.plans.values();
    if (!plan) throw new Error('the data has plans');
    for (const field of Object.keys(plan)) {
      const lacking = Object.fromEntries(Object.entries(plan).filter(([key]) => key !== field));
      expect(differences({ plan }, { plan: lacking }).found.filter(isOneAndTheSame), field).toContainEqual(
        expect.stringMatching(new RegExp(`^\\.plan\\.${field}: `)),
      );
    }
  });
});

describe.each(stores)('%s', (_, graph) => {
  holdsTheContract(graph);
});
