/** The rows of a Plan Compare page that are read: for each its two columns in the table, and the service that its rules are about. */
import type { RuleEntry } from '../importer.ts';

/** A row of the page. */
export interface PageRow {
  /** The column with the price or "Not covered". The letters of its rules are in the column of this name with `_rules`. */
  readonly column: string;
  /** What the page calls the row. */
  readonly title: string;
  /** The benefit within a sentence. */
  readonly label: string;
  /** The key of the rule, before the year. */
  readonly key: string;
  readonly subject: string;
  readonly where?: RuleEntry['where'];
  /** The condition under which Medicare covers it, for a benefit that every plan must cover. */
  readonly when?: RuleEntry['when'];
  /** What the reading of a rule that covers it adds. */
  readonly reading?: string;
  /** Only some members have it. */
  readonly isForSome?: true;
}

const MEDICARE_THERAPY = {
  all: ['performed-by-physical-or-occupational-therapist', 'plan-of-care', 'medically-necessary'],
};
const MEDICARE_READING =
  "The row says what a service that Medicare covers costs here; when it is covered is read from Medicare's own rule.";

/**
 * The rows. "Not covered" in the rows of acupuncture and chiropractic care means that nothing is added to what Medicare
 * covers, which every plan must cover, so these rows are about services of their own.
 */
export const PAGE_ROWS: readonly PageRow[] = [
  {
    column: 'massage_therapy',
    title: 'Massage therapy',
    label: 'massage therapy',
    key: 'massage-therapy',
    subject: 'massage-therapy',
  },
  {
    column: 'alternative_therapies',
    title: 'Alternative therapies',
    label: 'alternative therapies',
    key: 'alternative-therapies',
    subject: 'alternative-therapies',
  },
  {
    column: 'acupuncture',
    title: 'Acupuncture',
    label: "acupuncture beyond Medicare's own benefit",
    key: 'routine-acupuncture',
    subject: 'routine-acupuncture',
    reading: "The row is read as being about acupuncture beyond Medicare's own benefit.",
  },
  {
    column: 'chiropractic_services',
    title: 'Chiropractic services',
    label: "chiropractic care beyond Medicare's own benefit",
    key: 'routine-chiropractic-care',
    subject: 'routine-chiropractic-care',
    reading: "The row is read as being about chiropractic care beyond Medicare's own benefit.",
  },
  {
    column: 'physical_and_speech_therapy',
    title: 'Physical therapy & speech and language therapy',
    label: 'physical therapy',
    key: 'physical-therapy',
    subject: 'physical-therapy',
    when: MEDICARE_THERAPY,
    reading: `${MEDICARE_READING} It is one row for physical and speech therapy.`,
  },
  {
    column: 'occupational_therapy',
    title: 'Occupational therapy',
    label: 'occupational therapy',
    key: 'occupational-therapy',
    subject: 'occupational-therapy',
    when: MEDICARE_THERAPY,
    reading: MEDICARE_READING,
  },
  {
    column: 'worldwide_emergency',
    title: 'Worldwide emergency',
    label: 'emergency care abroad',
    key: 'emergency-care-abroad',
    subject: 'emergency-care',
    where: 'abroad',
  },
  {
    column: 'special_complementary_therapies',
    title: 'Complementary therapies, a special benefit for chronically ill members',
    label: 'complementary therapies for chronically ill members',
    key: 'complementary-therapies',
    subject: 'complementary-therapies',
    isForSome: true,
    reading: 'Only members with certain chronic illnesses can have it; which ones the page does not say.',
  },
];

/** The column with the letters of a row's rules. */
export const rulesColumn = ({ column }: PageRow): string => `${column}_rules`;
