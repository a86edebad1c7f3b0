/** Turns sections C and D of the Plan Benefit Package into remarks. They describe the plan as a whole and no single service. */
import { decimal, printMoney } from '../../model/amounts.ts';
import type { ImportColumn, PlanEntry, Row } from '../importer.ts';
import type { Passages } from '../passages.ts';

type Remark = NonNullable<PlanEntry['remarks']>[number];

interface Section {
  readonly name: string;
  readonly columns: readonly ImportColumn[];
  readonly without: string;
}
const optional = (name: string): ImportColumn => ({ names: [name], optional: true });
/** The files of these sections and the columns that are read. */
export const SECTIONS: readonly Section[] = [
  {
    name: 'pbp_Section_C.txt',
    columns: ['pbp_c_oon_yn', 'pbp_c_pos_yn'].map(optional),
    without: 'whether plans pay out of network is not said.',
  },
  {
    name: 'pbp_Section_D.txt',
    columns: ['pbp_d_out_pocket_amt', 'pbp_d_comb_max_enr_amt'].map(optional),
    without: 'the most that members pay in a year is not said.',
  },
];

const YES: readonly (readonly [column: string, text: string])[] = [
  ['pbp_c_oon_yn', 'It has benefits out of network; on which terms is not read.'],
  ['pbp_c_pos_yn', 'It has a point-of-service option; on which terms is not read.'],
];
const AMOUNTS: readonly (readonly [column: string, text: string])[] = [
  ['pbp_d_out_pocket_amt', 'The most that a member pays out of pocket in a year'],
  ['pbp_d_comb_max_enr_amt', 'The most that a member pays in a year, in network and out of it together'],
];

/** The remarks of one row. A blank cell and an amount of zero give none. */
export function sectionRemarks(row: Row, rowKey: string, passages: Passages): Remark[] {
  const cite = (column: string, says: string): string[] => [
    passages.cite(row, rowKey, column.replace('pbp_', ''), [column], says),
  ];
  const remarks: Remark[] = [];
  for (const [column, text] of YES)
    if (row.cells[column] === '1') remarks.push({ topic: 'other', text, cites: cite(column, 'Says yes.') });
  for (const [column, text] of AMOUNTS) {
    const amount = decimal((row.cells[column] ?? '').replace(/^\$/, ''));
    if (amount === null || Number(amount) === 0) continue;
    const said = `${text}: ${printMoney({ amount, currency: 'USD' })}.`;
    remarks.push({ topic: 'cost', text: said, cites: cite(column, said) });
  }
  return remarks;
}
