/** The formats that can be imported, by the name that the command line uses. */
import { cmsPbp } from './cms-pbp/importer.ts';
import type { Importer } from './importer.ts';
import { marketplacePuf } from './marketplace-puf/importer.ts';
import type { PlanCompareSettings } from './plan-compare/settings.ts';
import { planCompare } from './plan-compare/importer.ts';

/** What the operator chooses. */
interface FormatOptions {
  /** The contract year; formats whose rows have their year ignore it. */
  readonly year: number;
  /** Whether the entries quote the texts in the words of issuers and plans. */
  readonly keepTexts: boolean;
}

/** Makes the importer of a format. */
export const IMPORTERS = {
  'cms-pbp': ({ year, keepTexts }: FormatOptions): Importer => cmsPbp(year, keepTexts),
  'marketplace-puf': ({ keepTexts }: FormatOptions): Importer => marketplacePuf(keepTexts),
  'plan-compare': (settings: PlanCompareSettings): Importer => planCompare(settings),
};
